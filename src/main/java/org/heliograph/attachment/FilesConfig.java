package org.heliograph.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where files are kept, and what they may cost. */
@ConfigMapping(prefix = "heliograph.files")
public interface FilesConfig {

  /** A directory that all pods share; used where no S3 bucket is named. */
  Optional<Path> directory();

  S3 s3();

  /** A store that speaks S3. */
  interface S3 {
    Optional<String> bucket();

    /** Empty for the provider's own. */
    Optional<String> endpoint();

    @WithDefault("us-east-1")
    String region();

    Optional<String> accessKey();

    Optional<String> secretKey();
  }

  /** The largest file, in bytes: what a scan can hold in memory, see the scan's own limits. */
  @WithDefault("67108864")
  int maxBytes();

  /** Files that are scanned at once: each takes a few times its size in memory. */
  @WithDefault("2")
  int atOnce();

  /** Host and port of a ClamAV daemon; empty: no virus scan. */
  Optional<String> clamav();

  /** How long a scan for viruses may take. */
  @WithDefault("60S")
  Duration clamavTimeout();

  /** Uploads of one account that may be under way at once. */
  @WithDefault("20")
  int uploadsPerAccount();

  /** How long an upload may take, and how long a file is kept that no revision has. */
  @WithDefault("24H")
  Duration keepUnused();
}
