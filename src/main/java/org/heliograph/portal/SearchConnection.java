package org.heliograph.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.heliograph.graphql.PageInfo;
import org.heliograph.graphql.RecordNode;
import org.jspecify.annotations.Nullable;

/** A page of hits (Relay connection). */
@Description("A page of the records that a search finds, best first (Relay connection).")
public record SearchConnection(
    @NonNull @Description("The hits with their cursors and highlights.") List<@NonNull Edge> edges,
    @NonNull @Description("The records alone.") List<@NonNull RecordNode> nodes,
    @NonNull @Description("Where the page stands; pages run forward only.") PageInfo pageInfo,
    @Nullable @Description("Exact number of records found; counted only when selected.")
        Integer totalCount,
    @NonNull
        @Description("Counts of all records found, one entry for each facet that was asked for.")
        List<@NonNull Facet> facets) {

  /** One hit. */
  @Type("SearchEdge")
  @Description("One hit: a record, where it stands, and why it was found.")
  public record Edge(
      @NonNull @Description("Cursor for after.") String cursor,
      @NonNull @Description("The record.") RecordNode node,
      @NonNull @Description("Passages that match, by field.")
          List<@NonNull Highlight> highlights) {}

  /** The passages of one field that match. */
  @Type("SearchHighlight")
  @Description("The passages of one field that match.")
  public record Highlight(
      @NonNull @Description("Name of the field.") String field,
      @NonNull @Description("Passages as safe HTML text, matches in <em>.")
          List<@NonNull String> fragments) {}

  /** The counts of one facet. */
  @Type("SearchFacetCounts")
  @Description("How many of all records found have each value.")
  public record Facet(
      @NonNull @Description("What is counted by.") SearchFacet name,
      @NonNull @Description("Values, most frequent first; at most 100.")
          List<@NonNull Bucket> buckets) {}

  /** One value of a facet. */
  @Type("SearchFacetBucket")
  @Description("One value and how many of the records found have it.")
  public record Bucket(
      @NonNull @Description("The value: a code or an enum's name.") String value,
      @NonNull
          @Description(
              "What to show for it: the name of an organisation or division, else the value.")
          String label,
      @NonNull @Description("Number of records.") Integer count) {}
}
