package org.heliograph.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.heliograph.store.Database;
import org.heliograph.store.ReferenceStore;
import org.heliograph.store.ReferenceWriter;
import org.heliograph.store.ReferenceWriter.Outcome;
import org.heliograph.store.ReferenceWriter.Refused;
import org.heliograph.store.ReferenceWriter.Saved;
import org.hibernate.StatelessSession;

/**
 * Saves regions, organisations and the working-day calendar by code or day: what is already there
 * is left alone, so a batch may be brought twice. Each batch is one transaction; rows that cannot
 * stand are refused and stop no other.
 */
@ApplicationScoped
public class DirectoryWriter {
  private final Database database;
  private final ReferenceStore references;
  private final ReferenceWriter writer;
  private final Directory directory;

  public DirectoryWriter(
      Database database, ReferenceStore references, ReferenceWriter writer, Directory directory) {
    this.database = database;
    this.references = references;
    this.writer = writer;
    this.directory = directory;
  }

  /**
   * Saves divisions. A division needs the one above it in the same batch or an earlier one.
   *
   * @param extra runs in the same transaction
   */
  public Outcome saveRegions(List<RegionDraft> drafts, BiConsumer<StatelessSession, Saved> extra) {
    var tree = new RegionTree(drafts);
    var known = references.byCodes(DirectoryTypes.REGIONS, tree.mentioned());
    tree.place(known);
    var renamed =
        tree.placed().stream()
            .filter(region -> {
              Region before = known.get(region.code);
              return before != null && !before.pathName.equals(region.pathName);
            })
            .map(region -> region.code)
            .toArray(String[]::new);
    var saved =
        writer.save(
            DirectoryTypes.REGIONS,
            tree.placed(),
            (session, counts) -> {
              renameBelow(session, renamed);
              extra.accept(session, counts);
            });
    directory.refresh();
    return new Outcome(saved, tree.refused());
  }

  /** The paths of divisions below a renamed one carry its name. */
  private static void renameBelow(StatelessSession session, String[] renamed) {
    if (renamed.length == 0) {
      return;
    }
    session
        .createNativeMutationQuery(
            """
            with recursive path(code, path_name) as (
              select r.code, r.path_name from region r where r.code = any(:renamed)
              union
              select c.code, path.path_name || '/' || c.name from region c join path on c.parent = path.code
            )
            update region set path_name = path.path_name from path
            where region.code = path.code and region.path_name <> path.path_name
              and region.code <> all(:renamed)
            """)
        .setParameter("renamed", renamed)
        .executeUpdate();
  }

  /**
   * Saves organisations. An organisation needs its region, and the body above it in the same batch
   * or an earlier one.
   *
   * @param extra runs in the same transaction
   */
  public Outcome saveOrganisations(
      List<OrganisationDraft> drafts, BiConsumer<StatelessSession, Saved> extra) {
    var waiting = new LinkedHashMap<String, OrganisationDraft>();
    var regions = new HashSet<String>();
    var parents = new HashSet<String>();
    for (OrganisationDraft draft : drafts) {
      waiting.put(draft.code(), draft);
      regions.add(draft.region());
      if (draft.parent() != null) {
        parents.add(draft.parent());
      }
    }
    var refused = new ArrayList<Refused>();
    var knownRegions = references.byCodes(DirectoryTypes.REGIONS, regions);
    waiting.values().removeIf(draft -> isIncomplete(draft, knownRegions, refused));
    var standing =
        new HashSet<>(references.byCodes(DirectoryTypes.ORGANISATIONS, parents).keySet());
    var placed = new ArrayList<Organisation>();
    // from the top down: each round takes those whose parent stands
    boolean progress = true;
    while (progress) {
      progress = false;
      for (var it = waiting.values().iterator(); it.hasNext(); ) {
        OrganisationDraft draft = it.next();
        String parent = draft.parent();
        boolean ready =
            parent == null || (!waiting.containsKey(parent) && standing.contains(parent));
        if (ready) {
          placed.add(Organisation.of(draft));
          standing.add(draft.code());
          it.remove();
          progress = true;
        }
      }
    }
    for (OrganisationDraft draft : waiting.values()) {
      refused.add(
          new Refused(draft.code(), "parent", "the body above is not known, or stands below"));
    }
    var saved = writer.save(DirectoryTypes.ORGANISATIONS, placed, extra);
    directory.refresh();
    return new Outcome(saved, refused);
  }

  private static boolean isIncomplete(
      OrganisationDraft draft, Map<String, Region> regions, List<Refused> refused) {
    if (draft.code().isBlank() || draft.code().length() > 64) {
      refused.add(new Refused(draft.code(), "code", "a code has 1 to 64 characters"));
      return true;
    }
    if (draft.name().isBlank()) {
      refused.add(new Refused(draft.code(), "name", "an organisation has a name"));
      return true;
    }
    if (!regions.containsKey(draft.region())) {
      refused.add(
          new Refused(draft.code(), "region", "the division is not known: bring regions first"));
      return true;
    }
    return false;
  }

  /**
   * Saves days of the calendar; of a day that occurs twice, the last counts.
   *
   * @param extra runs in the same transaction
   */
  public Saved saveWorkingDays(List<WorkingDay> days, BiConsumer<StatelessSession, Saved> extra) {
    var byDay = new LinkedHashMap<LocalDate, WorkingDay>();
    days.forEach(day -> byDay.put(day.day(), day));
    var sorted = byDay.values().stream().sorted(Comparator.comparing(WorkingDay::day)).toList();
    return database.write(session -> {
      int written =
          session
              .createNativeMutationQuery(
                  """
                  insert into working_day(day, working, note)
                  select * from unnest(cast(:days as date[]), cast(:working as boolean[]), cast(:notes as text[]))
                  on conflict (day) do update set working = excluded.working, note = excluded.note
                  where (working_day.working, working_day.note) is distinct from (excluded.working, excluded.note)
                  """)
              .setParameter("days", sorted.stream().map(WorkingDay::day).toArray(LocalDate[]::new))
              .setParameter(
                  "working", sorted.stream().map(WorkingDay::working).toArray(Boolean[]::new))
              .setParameter("notes", sorted.stream().map(WorkingDay::note).toArray(String[]::new))
              .executeUpdate();
      var saved = new Saved(written, days.size() - written);
      extra.accept(session, saved);
      return saved;
    });
  }
}
