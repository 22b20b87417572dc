package org.heliograph.attachment.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.heliograph.attachment.FilesConfig;
import org.heliograph.shared.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same of a directory and of a server that speaks S3. */
class ContentStoreTest {
  private static final byte[] CONTENT =
      "0123456789".getBytes(java.nio.charset.StandardCharsets.UTF_8);
  private static final String DIGEST = Sha256.hex(CONTENT);

  @TempDir static Path directory;
  private static BucketServer server;

  @BeforeAll
  static void start() throws Exception {
    server = BucketServer.start(directory.resolve("s3"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ContentStore store(String kind) {
    return kind.equals("disk")
        ? new DiskStore(directory.resolve("disk"))
        : new S3Store(config(BucketServer.KEY), BucketServer.BUCKET);
  }

  private static FilesConfig.S3 config(String secret) {
    return new FilesConfig.S3() {
      @Override
      public Optional<String> bucket() {
        return Optional.of(BucketServer.BUCKET);
      }

      @Override
      public Optional<String> endpoint() {
        return Optional.of(server.endpoint());
      }

      @Override
      public String region() {
        return "us-east-1";
      }

      @Override
      public Optional<String> accessKey() {
        return Optional.of(BucketServer.KEY);
      }

      @Override
      public Optional<String> secretKey() {
        return Optional.of(secret);
      }
    };
  }

  private static byte[] read(ContentStore store, long from, long length) throws IOException {
    try (var in = store.open(DIGEST, from, length)) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"disk", "s3"})
  void keeps_reads_in_parts_and_deletes(String kind) throws Exception {
    ContentStore store = store(kind);
    assertFalse(store.holds(DIGEST));
    assertThrows(IOException.class, () -> read(store, 0, 10));
    store.put(DIGEST, CONTENT);
    store.put(DIGEST, CONTENT);
    assertTrue(store.holds(DIGEST));
    assertArrayEquals(CONTENT, read(store, 0, 10));
    assertEquals("345", new String(read(store, 3, 3), java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(0, read(store, 0, 0).length);
    store.delete(DIGEST);
    store.delete(DIGEST);
    assertFalse(store.holds(DIGEST));
  }

  @Test
  void a_store_that_refuses_is_not_taken_for_an_empty_one() {
    ContentStore store = new S3Store(config("another"), BucketServer.BUCKET);
    assertThrows(IOException.class, () -> store.holds(DIGEST));
    assertThrows(IOException.class, () -> store.put(DIGEST, CONTENT));
  }

  @Test
  void what_a_killed_process_left_half_written_is_no_content_and_goes_with_it() throws Exception {
    ContentStore store = store("disk");
    store.put(DIGEST, CONTENT);
    Path path =
        directory
            .resolve("disk")
            .resolve(DIGEST.substring(0, 2))
            .resolve(DIGEST.substring(2, 4))
            .resolve(DIGEST + ".x.part");
    Files.write(path, new byte[3]);
    store.delete(DIGEST);
    assertFalse(Files.exists(path));
  }

  @Test
  void nothing_but_a_digest_names_a_content() {
    assertThrows(IllegalArgumentException.class, () -> store("disk").holds("../../etc/passwd"));
  }
}
