package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Uploads that come in parts, over as many connections and to as many pods as it takes. */
@ApplicationScoped
public class UploadStore {
  private final Database database;

  public UploadStore(Database database) {
    this.database = database;
  }

  /**
   * One upload.
   *
   * @param size bytes of the whole
   * @param received bytes that have come and are kept
   * @param fileId the file that came of it; null before that
   * @param refusal why none came of it, as reason and message on two lines; null before that
   */
  public record Upload(
      String id,
      FileStore.Owner owner,
      String name,
      long size,
      long received,
      @Nullable String fileId,
      @Nullable String refusal) {
    public boolean isWhole() {
      return received == size;
    }

    public boolean isSettled() {
      return fileId != null || refusal != null;
    }
  }

  /** Begins an upload; an account that has as many under way already is told to wait. */
  public String begin(FileStore.Owner owner, String name, long size, int most) {
    String id = FileStore.unguessable();
    return database.write(session -> {
      long open =
          session
              .createNativeQuery(
                  "select count(*) from upload where uploaded_by = :actor and file_id is null and refusal is null",
                  Long.class)
              .setParameter("actor", owner.actor())
              .getSingleResult();
      if (open >= most) {
        throw Problem.conflict(
            "as many of your uploads are under way as may be: finish some, or delete them");
      }
      session
          .createNativeMutationQuery(
              "insert into upload(id, organisation, uploaded_by, name, size) values (:id, :organisation, :actor, :name, :size)")
          .setParameter("id", id)
          .setParameter("organisation", owner.organisation())
          .setParameter("actor", owner.actor())
          .setParameter("name", name)
          .setParameter("size", size)
          .executeUpdate();
      return id;
    });
  }

  /** The upload, if it is this account's. */
  public Optional<Upload> find(String id, String actor) {
    var sql =
        new SqlText()
            .add(
                "select u.id, u.organisation, u.uploaded_by, u.name, u.size, u.received, u.file_id, u.refusal from upload u where u.id = ");
    sql.bind(id).add(" and u.uploaded_by = ").bind(actor);
    return database
        .read(session ->
            Queries.list(
                session,
                sql,
                row ->
                    new Upload(
                        row.getString(1),
                        new FileStore.Owner(row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8))))
        .stream()
        .findFirst();
  }

  /**
   * Keeps a part that begins where the last one ended.
   *
   * @return what has been received; unchanged when the part does not begin there
   */
  public long append(String id, long start, byte[] bytes) {
    return database.write(session -> {
      Object[] found =
          session
              .createNativeQuery(
                  "select received, size from upload where id = :id for update", Object[].class)
              .setParameter("id", id)
              .getSingleResultOrNull();
      if (found == null) {
        throw Problem.notFound("there is no such upload any more: begin a new one");
      }
      long received = ((Number) found[0]).longValue();
      long size = ((Number) found[1]).longValue();
      if (received != start || start + bytes.length > size) {
        return received;
      }
      session
          .createNativeMutationQuery(
              "insert into upload_part(upload_id, start, bytes) values (:id, :start, :bytes)")
          .setParameter("id", id)
          .setParameter("start", start)
          .setParameter("bytes", bytes)
          .executeUpdate();
      session
          .createNativeMutationQuery("update upload set received = :received where id = :id")
          .setParameter("received", start + bytes.length)
          .setParameter("id", id)
          .executeUpdate();
      return start + bytes.length;
    });
  }

  /** All that has been received. */
  public byte[] content(String id) {
    var sql = new SqlText().add("select p.bytes from upload_part p where p.upload_id = ").bind(id);
    sql.add(" order by p.start");
    var whole = new ByteArrayOutputStream();
    database
        .read(session -> Queries.list(session, sql, row -> row.getBytes(1)))
        .forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  /** Says what came of a whole upload, and forgets its parts. */
  public void settle(String id, @Nullable String fileId, @Nullable String refusal) {
    database.write(session -> {
      session
          .createNativeMutationQuery(
              "update upload set file_id = :file, refusal = :refusal where id = :id")
          .setParameter("file", fileId, String.class)
          .setParameter("refusal", refusal, String.class)
          .setParameter("id", id)
          .executeUpdate();
      return session
          .createNativeMutationQuery("delete from upload_part where upload_id = :id")
          .setParameter("id", id)
          .executeUpdate();
    });
  }

  /** Forgets an upload with its parts; the file that came of it stays. */
  public void delete(String id) {
    database.write(session ->
        session
            .createNativeMutationQuery("delete from upload where id = :id")
            .setParameter("id", id)
            .executeUpdate());
  }

  /** Forgets uploads that were begun so long ago. */
  public void giveUp(Duration age) {
    database.write(session ->
        session
            .createNativeMutationQuery(
                "delete from upload where created_at < now() - cast(:age as interval)")
            .setParameter("age", age.toSeconds() + " seconds")
            .executeUpdate());
  }
}
