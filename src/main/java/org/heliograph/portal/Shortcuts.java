package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.directory.Directory;
import org.heliograph.directory.NameKind;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.RegionView;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.Selection;
import org.heliograph.portal.NameIndex.Entry;
import org.heliograph.search.NamedRecords;
import org.heliograph.search.SearchHit;
import org.heliograph.search.Spelling;
import org.heliograph.shared.Citation;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** Finds what a text names exactly. Where it names several things it leads to none. */
@ApplicationScoped
class Shortcuts {
  /** No name, number or citation is longer. */
  private static final int LONGEST = 80;

  private final Names names;
  private final NamedRecords records;
  private final HitViews views;
  private final Directory directory;

  Shortcuts(Names names, NamedRecords records, HitViews views, Directory directory) {
    this.names = names;
    this.records = records;
    this.views = views;
    this.directory = directory;
  }

  /**
   * @param selection what of the shortcut was selected
   */
  @Nullable ShortcutView of(String text, Viewer viewer, Selection selection) {
    if (Spelling.plain(text).isEmpty() || text.length() > LONGEST) {
      return null;
    }
    NameIndex index = names.now();
    var named = index.named(text);
    RegionView region =
        only(named, NameKind.REGION).flatMap(directory::region).map(RegionView::of).orElse(null);
    OrganisationView organisation =
        only(named, NameKind.ORGANISATION)
            .flatMap(directory::organisation)
            .map(OrganisationView::of)
            .orElse(null);
    RecordNode node =
        selection.has("record")
            ? records
                .only(identifiers(text, index), viewer)
                .map(hit -> view(hit, selection.at("record"), viewer))
                .orElse(null)
            : null;
    return node == null && region == null && organisation == null
        ? null
        : new ShortcutView(node, region, organisation);
  }

  private RecordNode view(SearchHit hit, Selection selection, Viewer viewer) {
    return views.of(List.of(hit), selection, viewer).getFirst();
  }

  private static Optional<String> only(Set<Entry> named, NameKind kind) {
    var codes =
        named.stream().filter(each -> each.kind() == kind).map(each -> each.name().code()).toList();
    return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
  }

  /** The text as a code or number, and as an article of the law that it names. */
  private static Set<String> identifiers(String text, NameIndex index) {
    var identifiers = new LinkedHashSet<String>();
    identifiers.add(Citation.normalise(text));
    ArticleName.read(text)
        .ifPresent(article ->
            law(article, index).ifPresent(law -> identifiers.add(law + "#" + article.number())));
    return identifiers;
  }

  /** The law of that name, else the only one for which it may be short. */
  private static Optional<String> law(ArticleName article, NameIndex index) {
    var laws = index.codes(NameKind.LAW).stream().map(Citation::lawKey).distinct().toList();
    if (laws.contains(article.law())) {
      return Optional.of(article.law());
    }
    var meant = laws.stream().filter(article::mayMean).toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }
}
