package org.heliograph.workflow;

import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.record.PublicRecord;

/**
 * What a caller saw of a record: the revision, and how often it had been written by then. Written
 * {@code revision.edition}.
 */
public record Version(int revision, int edition) implements Comparable<Version> {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})\\.([1-9][0-9]{0,8})");

  public static Version of(PublicRecord row) {
    return new Version(row.revision, row.edition);
  }

  /** Empty for what {@link #text} did not write. */
  public static Optional<Version> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(
            new Version(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
        : Optional.empty();
  }

  public String text() {
    return revision + "." + edition;
  }

  @Override
  public int compareTo(Version other) {
    return revision == other.revision
        ? Integer.compare(edition, other.edition)
        : Integer.compare(revision, other.revision);
  }
}
