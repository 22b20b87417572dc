package org.heliograph.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordView.Visible;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Surroundings;
import org.heliograph.graphql.Views;
import org.heliograph.record.Lookup;
import org.heliograph.record.RecordType;
import org.heliograph.visibility.Viewer;

/** Makes views of disclosures with the records that they refer to. */
@ApplicationScoped
public class DisclosureViews implements Views<Disclosure, DisclosureView> {
  private final DisclosureType type;
  private final Surroundings.Finder surroundings;
  private final RelatedRecords related;

  DisclosureViews(DisclosureType type, Surroundings.Finder surroundings, RelatedRecords related) {
    this.type = type;
    this.surroundings = surroundings;
    this.related = related;
  }

  @Override
  public RecordType<Disclosure> type() {
    return type;
  }

  @Override
  public List<DisclosureView> of(
      List<Lookup.Found<Disclosure>> found, Selection selection, Viewer viewer) {
    List<Disclosure> rows = found.stream().map(Lookup.Found::row).toList();
    var around = surroundings.of(rows, selection);
    Map<Disclosure, List<RecordNode>> links =
        selection.has("related") ? related.of(rows, selection.at("related"), viewer) : Map.of();
    var views = new ArrayList<DisclosureView>(found.size());
    for (Lookup.Found<Disclosure> each : found) {
      views.add(
          new DisclosureView(
              new Visible<>(each.row(), each.fields(), around),
              links.getOrDefault(each.row(), List.of())));
    }
    return views;
  }
}
