package org.heliograph.attachment.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.heliograph.attachment.FilesConfig;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** The store that the configuration names. */
@ApplicationScoped
public class Contents {
  private final @Nullable ContentStore store;

  public Contents(FilesConfig config) {
    store =
        config
            .s3()
            .bucket()
            .<ContentStore>map(bucket -> new S3Store(config.s3(), bucket))
            .or(() -> config.directory().map(DiskStore::new))
            .orElse(null);
  }

  public Optional<ContentStore> store() {
    return Optional.ofNullable(store);
  }

  /** The store, or a problem that says there is none. */
  public ContentStore require() {
    return store()
        .orElseThrow(() ->
            Problem.unavailable(
                "this pod keeps no files: whoever runs it sets HELIOGRAPH_FILES_DIRECTORY or a bucket"));
  }
}
