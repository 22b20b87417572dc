package org.heliograph.portal;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heliograph.export.Columns;
import org.heliograph.export.Export;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.Parameters;
import org.heliograph.export.RowWriter;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordView;
import org.heliograph.graphql.Selection;
import org.heliograph.search.RecordSearch;
import org.heliograph.search.SearchHit;
import org.heliograph.search.SearchPage;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.shared.Problem;
import org.heliograph.store.ReadStop;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * All that a search finds, as a file, in the order of the hits. Bounded, because a search is paged
 * through the cluster; longer lists are exported by kind.
 */
@Singleton
public class SearchExport implements Export {
  private static final int PAGE = 200;
  private static final Slice WHOLE = new Slice(PAGE, null);
  private static final Selection SELECTION = Selection.parse("{organisation{code} region{code}}");
  private static final List<ExportColumn<RecordView>> COLUMNS =
      Columns.ofRecord(RecordView.class).add("kind", "类别", RecordView::getKind).all();

  private final RecordSearch search;
  private final HitViews views;
  private final int most;

  SearchExport(RecordSearch search, HitViews views, SearchExportConfig config) {
    this.search = search;
    this.views = views;
    this.most = config.mostHits();
  }

  @Override
  public String word() {
    return "search";
  }

  @Override
  public String heading() {
    return "检索结果";
  }

  @Override
  public List<ExportColumn<RecordView>> columns() {
    return COLUMNS;
  }

  @Override
  public Rows ask(Parameters parameters, Viewer viewer) {
    var asked = AskedSearch.read(parameters);
    asked.query(WHOLE, true, false);
    return (out, stop) -> new Walk(asked, viewer, out).run(stop);
  }

  /** One walk through all pages of a search. */
  private final class Walk {
    private final AskedSearch asked;
    private final Viewer viewer;
    private final RowWriter out;
    private final Set<String> written = new HashSet<>();

    Walk(AskedSearch asked, Viewer viewer, RowWriter out) {
      this.asked = asked;
      this.viewer = viewer;
      this.out = out;
    }

    long run(ReadStop stop) throws IOException {
      SearchPage page = search.search(asked.query(WHOLE, true, true), viewer);
      long announced = total(page);
      if (announced > most) {
        throw Problem.badInput(
            "text",
            "finds %d records: an export of a search takes at most %d. Narrow it by filters, or export a kind's whole list"
                .formatted(announced, most));
      }
      write(page.hits());
      while (page.hasNext()) {
        stop.check();
        String last = page.hits().isEmpty() ? null : page.hits().getLast().cursor();
        if (last == null) {
          throw new IOException("a page without hits in the middle of a search");
        }
        page = search.search(asked.query(new Slice(PAGE, last), false, true), viewer);
        write(page.hits());
      }
      // the first page is read before the point in time that the others share: what moved between
      // them must not be missing without a word
      long now = total(search.search(asked.query(WHOLE, true, false), viewer));
      if (written.size() < Math.min(announced, now)) {
        throw new IOException("the index changed under the search: records are missing");
      }
      return written.size();
    }

    private void write(List<SearchHit> hits) throws IOException {
      for (RecordNode node : views.of(hits, SELECTION, viewer)) {
        var view = (RecordView) node;
        if (written.add(view.getId())) {
          var values = new ArrayList<@Nullable Object>(COLUMNS.size());
          COLUMNS.forEach(column -> values.add(column.value().apply(view)));
          out.row(values);
        }
      }
    }
  }

  private static long total(SearchPage page) {
    Long total = page.total();
    if (total == null) {
      throw new IllegalStateException("a total that was asked for is missing");
    }
    return total;
  }
}
