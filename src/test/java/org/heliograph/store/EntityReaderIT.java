package org.heliograph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.poweritem.PowerItem;
import org.heliograph.poweritem.PowerItemDraft;
import org.heliograph.poweritem.PowerItemType;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.SelectableConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Our own reader of rows against the ORM, which is right by definition. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityReaderIT {
  @Inject SessionFactory sessions;
  @Inject Database database;
  @Inject Desk desk;
  @Inject PowerItemType items;

  @BeforeAll
  void put_a_row_into_every_table() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
      for (RecordKind kind : RecordKind.values()) {
        plot.plant(List.of(Planted.published(kind, Desk.fresh("ER"), "QY-MZJ", "990121101201")));
      }
      plot.run(
          "insert into working_day(day, working, note) values ('2026-10-10', true, '调休') on conflict do nothing");
    }
    var draft =
        Desk.draft(
            PowerItemDraft.class,
            """
            {"basicCode": "B-1", "category": "LICENSING", "level": "COUNTY", "source": "STATUTORY", "grade": "A", "contactPhone": "0990-2907905",
             "duties": ["受理", "审查"], "accountability": ["逾期"], "materials": [{"name": "申请书", "form": "原件", "copies": 2, "required": true}],
             "statutoryLimit": {"days": 20, "unit": "WORKING_DAY"}, "promisedLimit": {"days": 5, "unit": "NATURAL_DAY"},
             "fees": [{"name": "工本费", "standard": "10元"}], "discretion": [{"circumstance": "轻微", "range": "警告"}],
             "effectiveFrom": "2026-01-01", "reviewRemark": "复核意见",
             "legalBases": [{"law": "示范法", "article": "第七条", "text": "应当公开。"}],
             "steps": [{"key": "s1", "name": "受理", "handlerPhone": "0990-2907906", "limit": {"days": 3, "unit": "WORKING_DAY"},
                        "clockStops": ["SUPPLEMENT", "PUBLICITY"], "next": [{"to": "s2", "condition": "齐全"}]},
                       {"key": "s2", "name": "审核"}],
             "supervisionPoints": [{"code": "J1", "step": "s2", "content": "是否按时"}],
             "riskPoints": [{"code": "F01", "grade": "A", "description": "优亲厚友", "step": "s2", "measures": [{"description": "公示", "duty": "科长"}]}]}
            """);
    desk.publish(
        items,
        List.of(
            PowerItem.draft(
                draft, Desk.origin(Desk.fresh("ER"), "QY-MZJ", "990121000000", Audience.PUBLIC))));
  }

  private static String table(Class<?> entity) {
    return entity.getAnnotation(Table.class).name();
  }

  private List<Class<?>> entities() {
    var all = new ArrayList<Class<?>>();
    for (EntityType<?> each : sessions.getMetamodel().getEntities()) {
      all.add(each.getJavaType());
    }
    assertFalse(all.isEmpty());
    return all;
  }

  @Test
  void every_column_that_the_orm_maps_is_read() {
    for (Class<?> entity : entities()) {
      var mapped = new TreeSet<String>();
      var orm =
          sessions
              .unwrap(SessionFactoryImplementor.class)
              .getMappingMetamodel()
              .getEntityDescriptor(entity);
      SelectableConsumer each =
          (index, column) -> mapped.add("t." + column.getSelectionExpression());
      orm.getIdentifierMapping().forEachSelectable(each);
      orm.forEachSelectable(each);
      var read = new TreeSet<>(Arrays.asList(EntityReader.of(entity).columns().split(", ")));
      assertEquals(mapped, read, entity.getName());
    }
  }

  @Test
  void every_row_is_read_as_the_orm_reads_it() {
    for (Class<?> entity : entities()) {
      String tail = " from " + table(entity) + " t order by t.ctid desc limit 50";
      var reader = EntityReader.of(entity);
      var expected =
          database.read(
              session -> session.createNativeQuery("select t.*" + tail, entity).getResultList());
      var actual =
          database.read(session ->
              Queries.list(
                  session,
                  new SqlText().add("select ").add(reader.columns()).add(tail),
                  reader::read));
      assertFalse(expected.isEmpty(), entity.getName());
      assertEquals(contents(expected), contents(actual), entity.getName());
    }
  }

  private static List<String> contents(List<?> rows) {
    return rows.stream().map(EntityReaderIT::content).toList();
  }

  private static String content(Object row) {
    var values = new TreeMap<String, String>();
    for (Class<?> type = row.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !field.isAnnotationPresent(Transient.class)
            && !field.getName().startsWith("$")) {
          field.setAccessible(true);
          try {
            Object value = field.get(row);
            String kind = value == null || value instanceof List ? "" : value.getClass().getName();
            values.put(field.getName(), kind + " " + value);
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    return values.toString();
  }
}
