package org.heliograph.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.privacy.Finding;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.hibernate.StatelessSession;

/** Files within the transaction of the record that has them. */
final class FileRows {
  static final String COLUMNS =
      "f.id, f.organisation, f.state, f.name, f.media_type, f.size, f.sha256, f.findings, f.unread, f.kind, f.record_id";

  /** What the index takes of the texts of one record: more makes no record easier to find. */
  private static final int INDEXED_CHARACTERS = 200_000;

  private FileRows() {}

  static StoredFile read(ResultSet row) throws SQLException {
    String kind = row.getString(10);
    return new StoredFile(
        row.getString(1),
        row.getString(2),
        StoredFile.State.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        row.getString(7),
        parse(row.getString(8), new TypeReference<List<Finding>>() {}),
        parse(row.getString(9), new TypeReference<List<String>>() {}),
        kind == null ? null : RecordKind.valueOf(kind),
        kind == null ? null : row.getLong(11));
  }

  private static <T> T parse(String json, TypeReference<T> type) throws SQLException {
    try {
      return Cell.JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new SQLException("a file's row holds broken json", e);
    }
  }

  /** The files of a revision that was just written belong to its record from now on. */
  static void bind(StatelessSession session, PublicRecord row) {
    var ids = ids(List.of(row));
    if (!ids.isEmpty()) {
      session
          .createNativeMutationQuery(
              "update stored_file set kind = :kind, record_id = :record, touched_at = now() where id = any(:ids)")
          .setParameter("kind", row.kind().name())
          .setParameter("record", row.recordId)
          .setParameter("ids", ids.toArray(String[]::new))
          .executeUpdate();
    }
  }

  static Optional<StoredFile> one(StatelessSession session, String id) {
    return Optional.ofNullable(byId(session, List.of(id), "").get(id));
  }

  static Map<String, StoredFile> byId(
      StatelessSession session, Collection<String> ids, String tail) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var sql = new SqlText().add("select " + COLUMNS + " from stored_file f where ");
    sql.among("f.id", ids).add(" order by f.id").add(tail);
    var found = new HashMap<String, StoredFile>();
    Queries.list(session, sql, FileRows::read).forEach(each -> found.put(each.id(), each));
    return found;
  }

  /** The ids of the files that these revisions have. */
  static List<String> ids(Collection<? extends PublicRecord> rows) {
    return rows.stream()
        .flatMap(row -> row.attachments().stream())
        .flatMap(each -> Stream.ofNullable(each.file()))
        .distinct()
        .toList();
  }

  /** Texts of files, page by page. */
  static Map<String, List<StoredFile.Page>> pages(
      StatelessSession session, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    record Found(String file, StoredFile.Page page) {}
    var sql = new SqlText().add("select t.file_id, t.place, t.text from file_text t where ");
    sql.among("t.file_id", ids).add(" order by t.file_id, t.seq");
    var pages = new HashMap<String, List<StoredFile.Page>>();
    for (Found each :
        Queries.list(
            session,
            sql,
            row ->
                new Found(
                    row.getString(1), new StoredFile.Page(row.getString(2), row.getString(3))))) {
      pages.computeIfAbsent(each.file(), file -> new ArrayList<>()).add(each.page());
    }
    return pages;
  }

  /** Hands revisions the texts of their files, for the index. */
  static void attachTexts(StatelessSession session, List<? extends PublicRecord> rows) {
    var pages = pages(session, ids(rows));
    if (pages.isEmpty()) {
      return;
    }
    for (PublicRecord row : rows) {
      var texts = new HashMap<String, String>();
      int room = INDEXED_CHARACTERS;
      for (String id : ids(List.of(row))) {
        var text = new StringBuilder();
        for (StoredFile.Page page : pages.getOrDefault(id, List.of())) {
          text.append(page.text()).append('\n');
        }
        text.setLength(Math.min(text.length(), room));
        room -= text.length();
        texts.put(id, text.toString());
      }
      row.read(texts);
    }
  }

  /** A file is taken back: nobody gets it any more, and where it is erased its content goes. */
  static void withdraw(StatelessSession session, String id, boolean erase) {
    session
        .createNativeMutationQuery(
            "update stored_file set state = :state, withdrawn_at = now() where id = :id")
        .setParameter("state", erase ? "PURGED" : "WITHDRAWN")
        .setParameter("id", id)
        .executeUpdate();
    if (erase) {
      forgetTexts(session, List.of(id));
    }
  }

  /** All files of a record are to be deleted, with all that is known of them. */
  static void purge(StatelessSession session, RecordKind kind, long recordId) {
    List<String> ids =
        session
            .createNativeQuery(
                "select id from stored_file where kind = :kind and record_id = :record for update",
                String.class)
            .setParameter("kind", kind.name())
            .setParameter("record", recordId)
            .getResultList();
    forgetTexts(session, ids);
    ids.forEach(id -> withdraw(session, id, true));
  }

  /** What is known of files beside their content. */
  static void forgetTexts(StatelessSession session, List<String> ids) {
    session
        .createNativeMutationQuery("delete from file_text where file_id = any(:ids)")
        .setParameter("ids", ids.toArray(String[]::new))
        .executeUpdate();
    session
        .createNativeMutationQuery(
            "update stored_file set name = '', findings = '[]', unread = '[]' where id = any(:ids)")
        .setParameter("ids", ids.toArray(String[]::new))
        .executeUpdate();
    // an upload remembers the name it came with
    session
        .createNativeMutationQuery("delete from upload where file_id = any(:ids)")
        .setParameter("ids", ids.toArray(String[]::new))
        .executeUpdate();
  }
}
