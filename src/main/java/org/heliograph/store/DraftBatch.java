package org.heliograph.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Problem;
import org.heliograph.shared.Stage;
import org.heliograph.workflow.Refusal.Code;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Sorts drafts into inserts and updates before anything is written. */
final class DraftBatch<E extends PublicRecord> {
  record Key(String organisation, String code) {}

  static final class Known<E> {
    @Nullable E published;
    @Nullable E work;
    int lastRevision;
  }

  static <E extends PublicRecord> Map<Key, Known<E>> known(
      StatelessSession session, RecordType<E> type, List<DraftWriter.Draft<E>> drafts) {
    var where =
        new SqlText()
            .among("t.code", drafts.stream().map(draft -> draft.row().code).distinct().toList());
    var known = new HashMap<Key, Known<E>>();
    for (E row : RecordStore.select(session, type, where, " for update")) {
      Known<E> entry =
          known.computeIfAbsent(new Key(row.organisation, row.code), key -> new Known<>());
      entry.lastRevision = Math.max(entry.lastRevision, row.revision);
      if (row.stage.slot() == Stage.Slot.PUBLIC) {
        entry.published = row;
      } else if (row.stage.slot() == Stage.Slot.WORK) {
        entry.work = row;
      }
    }
    return known;
  }

  private final RecordType<E> type;
  private final String actor;
  private final DraftWriter.Rule rule;
  private final Instant now;
  private final Map<Key, Known<E>> known;
  final List<DraftWriter.Refused> refused = new ArrayList<>();
  final List<E> superseded = new ArrayList<>();
  final List<E> inserts = new ArrayList<>();
  final List<E> updates = new ArrayList<>();
  final List<E> published = new ArrayList<>();
  private final Set<Long> corrected = new HashSet<>();
  final List<Long> touched = new ArrayList<>();
  boolean narrowing;
  int unchanged;

  DraftBatch(
      RecordType<E> type,
      String actor,
      DraftWriter.Rule rule,
      Instant now,
      Map<Key, Known<E>> known) {
    this.type = type;
    this.actor = actor;
    this.rule = rule;
    this.now = now;
    this.known = known;
  }

  void add(int index, DraftWriter.Draft<E> draft, Mentions<E> named) {
    E row = draft.row();
    Known<E> before =
        known.computeIfAbsent(new Key(row.organisation, row.code), key -> new Known<>());
    E newest = before.work != null ? before.work : before.published;
    boolean already = newest != null && newest.contentHash.equals(row.contentHash);
    if (already && (!draft.publish() || before.work == null)) {
      unchanged++;
      return;
    }
    DraftWriter.Refused refusal =
        rule == DraftWriter.Rule.OPERATOR ? null : refusal(index, row, before, named);
    if (refusal != null) {
      refused.add(refusal);
      return;
    }
    if (before.work != null) {
      row.replaceDraft(before.work);
      updates.add(row);
    } else if (before.published != null) {
      row.correct(before.published, 0, before.lastRevision + 1);
      inserts.add(row);
    } else {
      inserts.add(row);
    }
    if (draft.publish()) {
      if (before.published != null) {
        if (before.published.stage == Stage.WITHDRAWN) {
          throw Problem.conflict(
              "a record of this code was withdrawn: bring it as a draft, or under a new code");
        }
        type.takeOver(row, before.published);
        before.published.supersede(now, actor);
        superseded.add(before.published);
        corrected.add(before.published.recordId);
      }
      Instant publishedAt = draft.publishedAt();
      row.publish(publishedAt == null ? now : publishedAt, now, actor);
      narrowing |= before.published != null && Publication.narrows(row, before.published, now);
      published.add(row);
      before.published = row;
      before.work = null;
    } else {
      before.work = row;
    }
    before.lastRevision = Math.max(before.lastRevision, row.revision);
  }

  /** Records of its own kind may come with the same list: submission asks for those. */
  private DraftWriter.@Nullable Refused refusal(
      int index, E row, Known<E> before, Mentions<E> named) {
    var refusal =
        EditorRule.refusal(index, row, before.published, before.work, before.lastRevision);
    return refusal != null
        ? refusal
        : named.unknown(row).stream()
            .filter(each -> each.kind() != type.kind())
            .findFirst()
            .map(each ->
                new DraftWriter.Refused(
                    index, each.field(), Code.UNKNOWN_REFERENCE + ": " + Mentions.UNKNOWN))
            .orElse(null);
  }

  /**
   * Settles windows and publicity periods of what goes public, each from its own day: a list may
   * have been public elsewhere for years. A window that a rule makes shorter than the source says
   * is the rule's: nobody is there to be asked.
   *
   * @return codes of the rules
   */
  Set<String> settle(StatelessSession session) {
    var codes = new TreeSet<String>();
    var byDay = new TreeMap<Instant, List<E>>();
    published.forEach(
        row -> byDay.computeIfAbsent(row.publishedAt, at -> new ArrayList<>()).add(row));
    byDay.forEach((since, rows) -> {
      var settlement = Settlement.of(session, type, rows, since);
      for (E row : rows) {
        Object code = settlement.settle(row).get("expiryRule");
        if (code != null) {
          codes.add(code.toString());
        }
      }
    });
    return codes;
  }

  void write(StatelessSession session) {
    new RevisionRows<>(type).write(session, superseded, inserts, updates);
    written().forEach(row -> touched.add(row.recordId));
    touched.sort(null);
  }

  /** What goes public for the first time. */
  List<E> firsts() {
    return published.stream().filter(row -> !corrected.contains(row.recordId)).toList();
  }

  /** What goes public in the place of an earlier revision. */
  List<E> corrections() {
    return published.stream().filter(row -> corrected.contains(row.recordId)).toList();
  }

  List<E> written() {
    return Stream.concat(inserts.stream(), updates.stream()).toList();
  }
}
