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
        @Description(
            "Counts of all records found, one entry for each facet that was asked for. A facet that the search is itself narrowed by counts as if it were not, so that what could be chosen instead keeps its number.")
        List<@NonNull Facet> facets,
    @NonNull
        @Description("How the records found are spread, one entry for each histogram asked for.")
        List<@NonNull Histogram> histograms,
    @Nullable
        @Description(
            "What the text names exactly, for you: a record by its code, document number or article (民法典 54条, 刑法382), a division or an organisation by its name. Null"
                + " when it names nothing, or several things. Filters do not narrow it.")
        ShortcutView shortcut,
    @NonNull
        @Description(
            "Ways on from an empty page: what to leave out or to write otherwise, each with how many records that finds for you. Empty when the search finds something,"
                + " or nothing near it does. Names, numbers and codes are never corrected.")
        List<@NonNull NearestView> nearest) {

  /** One hit. */
  @Type("SearchEdge")
  @Description("One hit: a record, where it stands, and why it was found.")
  public record Edge(
      @NonNull @Description("Cursor for after.") String cursor,
      @NonNull @Description("The record.") RecordNode node,
      @NonNull @Description("Passages that match, by field.") List<@NonNull Highlight> highlights,
      @NonNull
          @Description(
              "Which of these stand in the record's files, and on which page or sheet. Only of files that you may download.")
          List<@NonNull PassageView> passages,
      @Nullable
          @Description(
              "With groupAlike: how many records it stands for, itself included; null without.")
          Integer alike,
      @Nullable
          @Description(
              "A mark to give to noteOpening when the visitor opens this hit. The same for all who ask the same on the same day; null for people who signed in, for visitors who"
                  + " do not want to be counted, and for texts that look personal.")
          String opening) {}

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
      @NonNull
          @Description(
              "Values, most frequent first; at most 100, of divisions and the tree of categories 1000.")
          List<@NonNull Bucket> buckets) {}

  /** One value of a facet. */
  @Type("SearchFacetBucket")
  @Description("One value and how many of the records found have it.")
  public record Bucket(
      @NonNull @Description("The value: a code or an enum's name.") String value,
      @NonNull
          @Description(
              "What to show for it: the name of an organisation, division or programme, else the value.")
          String label,
      @Nullable
          @Description(
              "For divisions and the tree of categories: the value above, to show them as a tree; null at its top and for other facets.")
          String parent,
      @NonNull @Description("Number of records.") Integer count) {}
}
