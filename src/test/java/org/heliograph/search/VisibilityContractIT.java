package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heliograph.poweritem.PowerItem;
import org.heliograph.poweritem.PowerItemType;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.IndexSource;
import org.heliograph.store.RecordStore;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.visibility.Condition;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Grant;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.Visibility;
import org.heliograph.visibility.VisibilityCorpus;
import org.heliograph.visibility.VisibilityCorpus.Expectation;
import org.heliograph.visibility.VisibilityCorpus.Row;
import org.heliograph.visibility.VisibilityPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory, SQL and search agree with the corpus, and with each other, row for row. */
@QuarkusTest
class VisibilityContractIT {
  private static final int GENERATED_ROWS = 150;
  private static final int GENERATED_VIEWERS = 120;
  private static final long SEED = 20260601;

  @Inject RecordStore store;
  @Inject IndexSource source;
  @Inject PowerItemType type;
  @Inject Clusters clusters;
  @Inject Mappings mappings;
  @Inject SearchConfig config;
  @Inject Titles titles;

  private final List<Row> corpus = new ArrayList<>();
  private Map<String, String> names = Map.of();
  private List<Long> ids = List.of();
  private String index = "";

  @BeforeEach
  void plant() throws SQLException {
    String prefix = Desk.fresh("VC");
    corpus.addAll(VisibilityCorpus.rows(prefix));
    corpus.addAll(VisibilityCorpus.generated(prefix, SEED, GENERATED_ROWS));
    names = VisibilityCorpus.names(corpus);
    try (var plot = new Plot()) {
      plot.prepare();
      ids = plot.plant(corpus.stream().map(Row::facts).toList());
    }
    index = config.prefix() + "-contract-" + System.nanoTime();
    cluster()
        .call(client -> {
          client
              .indices()
              .create(create ->
                  create
                      .withJson(
                          new StringReader(mappings.body(RecordKind.POWER_ITEM, Tier.INTERNAL)))
                      .index(index));
          return client.bulk(bulk ->
              bulk.operations(documents())
                  .refresh(co.elastic.clients.elasticsearch._types.Refresh.True));
        });
  }

  @AfterEach
  void remove() throws SQLException {
    cluster().call(client -> client.indices().delete(delete -> delete.index(index)));
    try (var plot = new Plot()) {
      String these = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
      plot.run("delete from power_item where id in (" + these + ")");
    }
  }

  private Cluster cluster() {
    return clusters.writing(Tier.INTERNAL);
  }

  private List<BulkOperation> documents() {
    return source.forIndex(type, ids).stream()
        .map(row ->
            BulkOperation.of(op ->
                op.index(i ->
                    i.index(index)
                        .id(row.code)
                        .document(Documents.of(type, row, Tier.INTERNAL, titles)))))
        .toList();
  }

  @Test
  void all_renderers_admit_what_the_corpus_says() {
    assertEquals(corpus.size(), source.forIndex(type, ids).size());
    List<Row> written = VisibilityCorpus.rows("");
    Set<String> known = written.stream().map(Row::name).collect(Collectors.toSet());
    for (Expectation expected : VisibilityCorpus.expectations()) {
      Condition rows =
          VisibilityPolicy.of(RecordKind.POWER_ITEM, expected.who()).rows(expected.fieldClass());
      var agreed = agreed(rows, expected.viewer() + " " + expected.fieldClass());
      agreed.retainAll(known);
      assertEquals(
          new TreeSet<>(expected.rows()), agreed, expected.viewer() + " " + expected.fieldClass());
    }
  }

  @Test
  void all_renderers_agree_on_what_was_generated() {
    int seen = 0;
    for (Viewer viewer : VisibilityCorpus.generatedViewers(SEED, GENERATED_VIEWERS)) {
      Visibility visibility = VisibilityPolicy.of(RecordKind.POWER_ITEM, viewer);
      for (FieldClass fieldClass : FieldClass.values()) {
        seen += agreed(visibility.rows(fieldClass), viewer + " " + fieldClass).size();
      }
    }
    assertTrue(seen > GENERATED_VIEWERS, "the generated viewers see next to nothing");
  }

  /** What memory, SQL and search all admit; a difference fails. */
  private Set<String> agreed(Condition condition, String what) {
    Set<String> inMemory = VisibilityCorpus.admitted(condition, corpus);
    assertEquals(inMemory, bySql(condition), "SQL: " + what);
    assertEquals(inMemory, bySearch(condition), "search: " + what);
    return inMemory;
  }

  private Set<String> bySql(Condition condition) {
    var visibility = new Visibility(List.of(new Grant(condition, Set.of(FieldClass.OPEN))));
    return named(store.byRowIds(type, ids, visibility).values().stream().map(this::code).toList());
  }

  private String code(PowerItem item) {
    return item.code;
  }

  private Set<String> bySearch(Condition condition) {
    return named(
        cluster()
            .call(client ->
                client
                    .search(
                        search ->
                            search
                                .index(index)
                                .query(ConditionToQuery.render(condition))
                                .size(corpus.size())
                                .source(source -> source.fetch(false)),
                        Void.class)
                    .hits()
                    .hits()
                    .stream()
                    .map(hit -> String.valueOf(hit.id()))
                    .toList()));
  }

  private Set<String> named(Collection<String> codes) {
    return codes.stream().map(names::get).collect(Collectors.toCollection(TreeSet::new));
  }
}
