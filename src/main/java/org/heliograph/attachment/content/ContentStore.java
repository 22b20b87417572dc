package org.heliograph.attachment.content;

import java.io.IOException;
import java.io.InputStream;

/** Contents by their SHA-256 digest, in lower-case hexadecimal. */
public interface ContentStore {

  /**
   * Stores a content; once this returns it outlives the process. Doing it again changes nothing.
   */
  void put(String digest, byte[] content) throws IOException;

  boolean holds(String digest) throws IOException;

  /** Reads a part of a content. */
  InputStream open(String digest, long from, long length) throws IOException;

  /** Deletes a content; one that is not there is deleted already. */
  void delete(String digest) throws IOException;
}
