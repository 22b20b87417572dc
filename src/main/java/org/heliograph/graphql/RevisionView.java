package org.heliograph.graphql;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.Difference;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.Stage;
import org.jspecify.annotations.Nullable;

/** One revision in a record's history. */
@Name("Revision")
@Description("One revision in the history of a record.")
public record RevisionView(
    @Description("Its number, from 1.") int revision,
    @NonNull @Description("Where it stands; SUPERSEDED when a later one replaced it.") Stage stage,
    @Nullable @Description("When it was published; null before that.") Instant publishedAt,
    @NonNull @Description("When it last changed.") Instant changedAt,
    @Nullable @Description("What it changed, in words for the public.") String changeNote) {

  static RevisionView of(PublicRecord row) {
    return new RevisionView(
        row.revision,
        row.stage,
        row.publishedAt.equals(OpenEnd.INSTANT) ? null : row.publishedAt,
        row.changedAt,
        row.changeNote);
  }

  /** A field that two revisions fill differently. */
  @Name("FieldDifference")
  @Description("A field that two revisions fill differently.")
  public record FieldDifferenceView(
      @NonNull @Description("Name of the field.") String field,
      @Nullable @Description("What the earlier one says, as text; null for nothing.") String before,
      @Nullable @Description("What the later one says, as text; null for nothing.") String after) {

    static FieldDifferenceView of(Difference difference) {
      return new FieldDifferenceView(
          difference.field(), text(difference.before()), text(difference.after()));
    }

    private static @Nullable String text(@Nullable Object value) {
      return switch (value) {
        case null -> null;
        case Iterable<?> many -> {
          var lines = new java.util.ArrayList<String>();
          many.forEach(each -> lines.add(String.valueOf(each)));
          yield String.join("\n", lines);
        }
        default -> value.toString();
      };
    }
  }
}
