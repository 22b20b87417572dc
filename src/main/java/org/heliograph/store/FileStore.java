package org.heliograph.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.heliograph.privacy.Finding;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** What is known of uploaded files, and who may have which. */
@ApplicationScoped
public class FileStore {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Database database;

  public FileStore(Database database) {
    this.database = database;
  }

  /** A name that nobody guesses: 128 random bits. */
  public static String unguessable() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** Who uploads for whom. */
  public record Owner(String organisation, String actor) {}

  /** A file's content as it will be handed out, before it is stored. */
  public record Content(String name, String mediaType, long size, String sha256) {}

  /** Notes that a content is about to be stored, so that whatever happens it is cleaned up. */
  public String arriving(Owner owner, Content content) {
    String id = unguessable();
    return database.write(session -> {
      session
          .createNativeMutationQuery(
              "insert into stored_file(id, organisation, uploaded_by, name, media_type, size, sha256)"
                  + " values (:id, :organisation, :actor, :name, :type, :size, :sha256)")
          .setParameter("id", id)
          .setParameter("organisation", owner.organisation())
          .setParameter("actor", owner.actor())
          .setParameter("name", content.name())
          .setParameter("type", content.mediaType())
          .setParameter("size", content.size())
          .setParameter("sha256", content.sha256())
          .executeUpdate();
      return id;
    });
  }

  /** The content is stored: with what was found in it and what it says. */
  public StoredFile ready(
      String id, List<Finding> findings, List<String> unread, List<StoredFile.Page> pages) {
    return database.write(session -> {
      session
          .createNativeMutationQuery(
              "update stored_file set state = 'READY', findings = cast(:findings as jsonb), unread = cast(:unread as jsonb) where id = :id and state = 'ARRIVING'")
          .setParameter("findings", json(findings))
          .setParameter("unread", json(unread))
          .setParameter("id", id)
          .executeUpdate();
      for (int i = 0; i < pages.size(); i++) {
        session
            .createNativeMutationQuery(
                "insert into file_text(file_id, seq, place, text) values (:id, :seq, :place, :text)")
            .setParameter("id", id)
            .setParameter("seq", i)
            .setParameter("place", pages.get(i).place())
            .setParameter("text", pages.get(i).text())
            .executeUpdate();
      }
      return FileRows.one(session, id).orElseThrow();
    });
  }

  private static String json(Object value) {
    try {
      return Cell.JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public Optional<StoredFile> find(String id) {
    return database.read(session -> FileRows.one(session, id));
  }

  /** A file with the name that the record gives it, and whom its reading is noted for. */
  public record Readable(
      String name, StoredFile file, @Nullable PublicRecord personalOf, boolean open) {}

  /** The file as one of the record's revisions has it, where the viewer may read of it. */
  public <E extends PublicRecord> Optional<Readable> readable(
      RecordType<E> type, StoredFile file, Viewer viewer) {
    if (file.state() != StoredFile.State.READY || file.recordId() == null) {
      return Optional.empty();
    }
    var where = new SqlText().add("t.record_id = ").bind(file.recordId());
    where.add(" and (t.slot = 'PUBLIC' or t.slot = 'WORK' or t.slot = 'PAST')");
    var visible = VisibilityPolicy.of(type.kind(), viewer);
    var withdrawn = VisibilityPolicy.ofWithdrawn(viewer);
    List<Readable> found = new ArrayList<>();
    for (E row : database.read(session -> RecordStore.select(session, type, where, ""))) {
      var classes = visible.fields(row);
      if (classes.isEmpty() && row.withdrawalKind == WithdrawalKind.WITHDRAWN) {
        classes = withdrawn.fields(row);
      }
      for (var each : row.attachments()) {
        if (each.stands()
            && file.id().equals(each.file())
            && classes.contains(each.fieldClass())
            && row.withdrawalKind != WithdrawalKind.ERASED) {
          boolean personal = each.fieldClass() == FieldClass.PERSONAL;
          found.add(
              new Readable(
                  each.name(), file, personal ? row : null, each.fieldClass() == FieldClass.OPEN));
        }
      }
    }
    return found.stream().findFirst();
  }

  /** Has a file's content deleted. */
  public void purge(String id) {
    database.write(session -> {
      FileRows.withdraw(session, id, true);
      return id;
    });
  }

  /** Has files deleted that no revision has taken for so long. */
  public int purgeLoose(RecordType<?> type, Duration age) {
    // touched_at is looked at again under the row's lock: a revision that takes it now keeps it
    return purge(
        "f.kind = :kind and not exists (select 1 from "
            + type.kind().table()
            + " t where t.record_id = f.record_id and (t.slot = 'PUBLIC' or t.slot = 'WORK' or t.slot = 'PAST')"
            + " and t.attachments @> jsonb_build_array(jsonb_build_object('file', f.id)))",
        age,
        type.kind());
  }

  /** The same for files that no record ever had. */
  public int purgeUnused(Duration age) {
    return purge("f.record_id is null", age, null);
  }

  private int purge(String which, Duration age, @Nullable RecordKind kind) {
    return database.write(session -> {
      var query =
          session
              .createNativeQuery(
                  "update stored_file f set state = 'PURGED'"
                      + " where f.state in ('ARRIVING', 'READY') and f.touched_at < now() - cast(:age as interval) and "
                      + which
                      + " returning f.id",
                  String.class)
              .setParameter("age", age.toSeconds() + " seconds");
      if (kind != null) {
        query.setParameter("kind", kind.name());
      }
      List<String> ids = query.getResultList();
      FileRows.forgetTexts(session, ids);
      return ids.size();
    });
  }

  /** Files whose content is to be deleted. */
  public List<StoredFile> purged() {
    var sql =
        new SqlText()
            .add("select " + FileRows.COLUMNS)
            .add(" from stored_file f where f.state = 'PURGED' order by f.id limit 100");
    return database.read(session -> Queries.list(session, sql, FileRows::read));
  }

  /** Whether another file has the same content, or is about to. */
  public boolean isShared(StoredFile file) {
    var sql = new SqlText().add("select count(*) from stored_file f where f.sha256 = ");
    sql.bind(file.sha256()).add(" and f.state <> 'PURGED' and f.id <> ").bind(file.id());
    return database.read(session -> Queries.list(session, sql, row -> row.getLong(1))).getFirst()
        > 0;
  }

  /** The content is deleted: nothing is known of the file any more. */
  public void forget(String id) {
    database.write(session -> delete(session, id));
  }

  private static int delete(StatelessSession session, String id) {
    return session
        .createNativeMutationQuery("delete from stored_file where id = :id and state = 'PURGED'")
        .setParameter("id", id)
        .executeUpdate();
  }
}
