package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heliograph.record.Difference;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.Visibility;
import org.heliograph.visibility.VisibilityPolicy;

/**
 * The history of one record. That a revision was public once is public as long as the record is;
 * what it said is for those who may open it.
 */
@ApplicationScoped
public class RevisionReader {
  private final Database database;

  public RevisionReader(Database database) {
    this.database = database;
  }

  /** The revisions that the viewer may know of, the first one first; empty: no such record. */
  public <E extends PublicRecord> List<E> known(RecordType<E> type, long recordId, Viewer viewer) {
    Visibility visible = VisibilityPolicy.of(type.kind(), viewer);
    var all = all(type, recordId);
    boolean open =
        all.stream()
            .anyMatch(
                row -> row.stage.slot() == Stage.Slot.PUBLIC && !visible.fields(row).isEmpty());
    return all.stream()
        .filter(row -> !visible.fields(row).isEmpty() || open && wasPublic(row, viewer))
        .toList();
  }

  private static boolean wasPublic(PublicRecord row, Viewer viewer) {
    return row.stage == Stage.SUPERSEDED
        && row.audience == Audience.PUBLIC
        && !row.publishedAt.equals(OpenEnd.INSTANT)
        && !row.visibleFrom.isAfter(viewer.at());
  }

  /**
   * What a later revision says differently from an earlier one, in the field classes that the
   * viewer may read of both; empty when the viewer may not open both.
   */
  public <E extends PublicRecord> Optional<List<Difference>> changes(
      RecordType<E> type, long recordId, int from, int to, Viewer viewer) {
    Visibility visible = VisibilityPolicy.of(type.kind(), viewer);
    var all = all(type, recordId);
    List<E> both = new ArrayList<>();
    for (int revision : new int[] {from, to}) {
      all.stream()
          .filter(row -> row.revision == revision && !visible.fields(row).isEmpty())
          .findFirst()
          .ifPresent(both::add);
    }
    if (both.size() < 2) {
      return Optional.empty();
    }
    database.read(session -> {
      ChildReader.attach(session, type.children(), both);
      return true;
    });
    var classes = new ArrayList<FieldClass>(visible.fields(both.get(0)));
    classes.retainAll(visible.fields(both.get(1)));
    return Optional.of(
        Difference.between(type, both.get(0), both.get(1)).stream()
            .filter(each -> classes.contains(each.fieldClass()))
            .toList());
  }

  private <E extends PublicRecord> List<E> all(RecordType<E> type, long recordId) {
    var where = new SqlText().add("t.record_id = ").bind(recordId);
    where.add(" and (t.slot = 'PUBLIC' or t.slot = 'WORK' or t.slot = 'PAST')");
    var rows = new ArrayList<>(database.read(s -> RecordStore.select(s, type, where, "")));
    rows.sort(Comparator.comparingInt(row -> row.revision));
    return rows;
  }
}
