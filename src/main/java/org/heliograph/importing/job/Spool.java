package org.heliograph.importing.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.heliograph.store.Database;

/** The pieces of uploaded files and of their error sheets, in the database. */
@ApplicationScoped
public class Spool {
  /** Of a file that is put away or fetched, no more than this is in memory. */
  public static final int PIECE = 1 << 20;

  private final Database database;
  private final SpoolCipher cipher;

  Spool(Database database, SpoolCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** What a job keeps. */
  public enum Part {
    FILE,
    ERRORS
  }

  byte[] salt() {
    return cipher.salt();
  }

  /** Puts a piece away; false where the job is gone or has let go of its file. */
  public boolean put(long job, Part part, int n, byte[] bytes, int length) {
    byte[] salt = salt(job);
    if (salt.length == 0) {
      return false;
    }
    byte[] sealed = cipher.seal(salt, place(job, part, n), bytes, length);
    return database.write(session ->
        session
            .createNativeMutationQuery(
                "insert into import_chunk(job_id, part, n, content)"
                    + " select id, :part, :n, :content from import_job where id = :job and salt is not null for share")
            .setParameter("job", job)
            .setParameter("part", part.name())
            .setParameter("n", n)
            .setParameter("content", sealed)
            .executeUpdate())
        == 1;
  }

  /** Writes a part from its beginning; false where it is not there, or goes meanwhile. */
  public boolean copy(long job, Part part, OutputStream out) throws IOException {
    byte[] salt = salt(job);
    int pieces = salt.length == 0 ? 0 : pieces(job, part);
    for (int n = 0; n < pieces; n++) {
      List<byte[]> sealed = piece(job, part, n);
      if (sealed.isEmpty()) {
        return false;
      }
      out.write(cipher.open(salt, place(job, part, n), sealed.getFirst()));
    }
    return pieces > 0;
  }

  void drop(long job, Part part) {
    database.write(session ->
        session
            .createNativeMutationQuery(
                "delete from import_chunk where job_id = :job and part = :part")
            .setParameter("job", job)
            .setParameter("part", part.name())
            .executeUpdate());
  }

  private byte[] salt(long job) {
    List<byte[]> found =
        database.read(session ->
            session
                .createNativeQuery(
                    "select salt from import_job where id = :job and salt is not null",
                    byte[].class)
                .setParameter("job", job)
                .getResultList());
    return found.isEmpty() ? new byte[0] : found.getFirst();
  }

  private int pieces(long job, Part part) {
    return database.read(session ->
        session
            .createNativeQuery(
                "select count(*)::int from import_chunk where job_id = :job and part = :part",
                Integer.class)
            .setParameter("job", job)
            .setParameter("part", part.name())
            .getSingleResult());
  }

  private List<byte[]> piece(long job, Part part, int n) {
    return database.read(session ->
        session
            .createNativeQuery(
                "select content from import_chunk where job_id = :job and part = :part and n = :n",
                byte[].class)
            .setParameter("job", job)
            .setParameter("part", part.name())
            .setParameter("n", n)
            .getResultList());
  }

  private static String place(long job, Part part, int n) {
    return job + "/" + part + "/" + n;
  }
}
