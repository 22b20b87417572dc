package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds on which page of a file a passage stands. */
@ApplicationScoped
public class FilePlaces {
  /**
   * Passages that one query looks for: each binds its files and lines, and their sum is bounded.
   */
  private static final int BATCH = 100;

  private final Database database;

  public FilePlaces(Database database) {
    this.database = database;
  }

  /**
   * A passage of some files' texts.
   *
   * @param files ids of those that it may stand in
   * @param lines of it, without marks; a page's end is a line's end
   * @param marked number of the line that what was sought stands in
   */
  public record Sought(List<String> files, List<String> lines, int marked) {}

  /** A page of a file, as the reading of it named it: {@code page 3}, {@code sheet 名单}. */
  public record Place(String file, String place) {}

  /**
   * For each passage the page that has its marked line, and most of its other lines; empty where no
   * page has it: it stands in a file's name or note, or the file is gone.
   */
  public List<Optional<Place>> find(List<Sought> all) {
    var places = new ArrayList<Optional<Place>>();
    for (int from = 0; from < all.size(); from += BATCH) {
      places.addAll(some(all.subList(from, Math.min(from + BATCH, all.size()))));
    }
    return places;
  }

  private List<Optional<Place>> some(List<Sought> passages) {
    var pages = new ArrayList<Map<Page, Set<Integer>>>();
    passages.forEach(each -> pages.add(new HashMap<>()));
    if (passages.stream().anyMatch(each -> !each.files().isEmpty() && !each.lines().isEmpty())) {
      record Line(int passage, int line, Page page) {}
      for (Line each :
          database.read(session ->
              Queries.list(
                  session,
                  sql(passages),
                  row ->
                      new Line(
                          row.getInt(1),
                          row.getInt(2),
                          new Page(row.getString(3), row.getInt(4), row.getString(5)))))) {
        pages
            .get(each.passage())
            .computeIfAbsent(each.page(), page -> new HashSet<>())
            .add(each.line());
      }
    }
    var places = new ArrayList<Optional<Place>>();
    for (int i = 0; i < passages.size(); i++) {
      places.add(best(pages.get(i), passages.get(i)));
    }
    return places;
  }

  private record Page(String file, int seq, String place) {}

  /** The database looks for the lines, so that no file's text leaves it. */
  private static SqlText sql(List<Sought> passages) {
    var sql =
        new SqlText().add("select l.passage, l.line, t.file_id, t.seq, t.place from (values ");
    // a row that nothing meets, so that there is one
    sql.add("(-1, -1, '')");
    for (int i = 0; i < passages.size(); i++) {
      List<String> lines = passages.get(i).lines();
      for (int line = 0; line < lines.size(); line++) {
        sql.add(", (" + i + ", " + line + ", ").bind(lines.get(line)).add(")");
      }
    }
    sql.add(") l(passage, line, words) join (values (-1, '')");
    for (int i = 0; i < passages.size(); i++) {
      for (String file : passages.get(i).files()) {
        sql.add(", (" + i + ", ").bind(file).add(")");
      }
    }
    return sql.add(
        ") f(passage, file) on f.passage = l.passage join file_text t on t.file_id = f.file and position(l.words in t.text) > 0");
  }

  /** Most of the passage, and of equals the earliest file and page. */
  private static Optional<Place> best(Map<Page, Set<Integer>> pages, Sought sought) {
    Comparator<Map.Entry<Page, Set<Integer>>> order =
        Comparator.comparing(each -> -each.getValue().size());
    return pages.entrySet().stream()
        .filter(each -> each.getValue().contains(sought.marked()))
        .min(
            order
                .thenComparing(each -> sought.files().indexOf(each.getKey().file()))
                .thenComparing(each -> each.getKey().seq()))
        .map(each -> new Place(each.getKey().file(), each.getKey().place()));
  }
}
