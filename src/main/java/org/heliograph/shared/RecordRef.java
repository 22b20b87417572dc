package org.heliograph.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a record (revision 0: whichever revision speaks for it, the public one before the first
 * draft) or, beside a public one, one correction in work.
 *
 * @param recordId the identity that all revisions share
 * @param revision 0, or the revision of a correction
 */
public record RecordRef(RecordKind kind, long recordId, int revision) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z]+):([0-9]{1,18})(?::([0-9]{1,9}))?");

  public static RecordRef of(RecordKind kind, long recordId) {
    return new RecordRef(kind, recordId, 0);
  }

  /** The opaque global id of GraphQL's node(id). */
  public String globalId() {
    String plain = kind.typeName() + ":" + recordId + (revision == 0 ? "" : ":" + revision);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for anything that {@link #globalId} did not make. */
  public static Optional<RecordRef> parse(String globalId) {
    if (globalId.length() > 80) {
      return Optional.empty();
    }
    try {
      var match =
          FORM.matcher(new String(Base64.getUrlDecoder().decode(globalId), StandardCharsets.UTF_8));
      if (!match.matches()) {
        return Optional.empty();
      }
      for (RecordKind kind : RecordKind.values()) {
        if (kind.typeName().equals(match.group(1))) {
          String revision = match.group(3);
          return Optional.of(
              new RecordRef(
                  kind,
                  Long.parseLong(match.group(2)),
                  revision == null ? 0 : Integer.parseInt(revision)));
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
