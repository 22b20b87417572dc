package org.heliograph.store;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.privacy.Finding;
import org.heliograph.privacy.RecordScan;
import org.heliograph.record.PublicRecord;
import org.hibernate.StatelessSession;

/**
 * What the privacy gate reads of a revision's files.
 *
 * @param findings of the scan when they were uploaded, by their places in the revision
 * @param texts their pages, by the same places
 */
record FileWords(List<Finding> findings, List<RecordScan.Field> texts) {
  static FileWords of(StatelessSession session, PublicRecord row) {
    var ids = FileRows.ids(List.of(row));
    var known = FileRows.byId(session, ids, "");
    var pages = FileRows.pages(session, ids);
    var findings = new ArrayList<Finding>();
    var texts = new ArrayList<RecordScan.Field>();
    for (int i = 0; i < row.attachments().size(); i++) {
      String id = row.attachments().get(i).file();
      StoredFile file = id == null ? null : known.get(id);
      if (file == null) {
        continue;
      }
      String place = "attachments[" + i + "]";
      for (Finding each : file.findings()) {
        findings.add(
            new Finding(
                each.category(),
                each.severity(),
                place + ": " + each.place(),
                each.start(),
                each.end(),
                each.excerpt()));
      }
      for (StoredFile.Page page : pages.getOrDefault(id, List.of())) {
        texts.add(new RecordScan.Field(place + ": " + page.place(), page.text(), false));
      }
    }
    return new FileWords(findings, texts);
  }
}
