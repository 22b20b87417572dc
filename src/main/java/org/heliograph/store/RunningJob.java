package org.heliograph.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.visibility.Role;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.BulkTransition;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * A job over an imported list as its row says it.
 *
 * @param roles those that the actor had when it began
 * @param lastRow the row up to which it has come
 * @param now the database's time
 */
record RunningJob(
    long id,
    RecordKind kind,
    long importId,
    BulkTransition transition,
    @Nullable WithdrawalKind withdrawal,
    String actor,
    String roles,
    String organisation,
    @Nullable String reason,
    @Nullable String request,
    @Nullable String address,
    long lastRow,
    Instant now) {

  Viewer viewer() {
    Set<Role> all =
        Arrays.stream(roles.split(" "))
            .filter(name -> !name.isEmpty())
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    return new Viewer(actor, all, Set.of(organisation), Set.of(), now);
  }

  String why() {
    return reason == null ? "" : reason;
  }

  /** Locks the job; empty when it does not run, or another pod works on it. */
  static Optional<RunningJob> claim(StatelessSession session, long id) {
    var sql =
        new SqlText()
            .add(
                "select id, kind, import_id, transition, withdrawal_kind, actor, roles, organisation, reason, request_id, address_class, last_row, now()"
                    + " from bulk_job where state = 'RUNNING' and id = ")
            .bind(id)
            .add(" for update skip locked");
    return Queries.list(
            session,
            sql,
            row -> {
              String withdrawal = row.getString(5);
              return new RunningJob(
                  row.getLong(1),
                  RecordKind.valueOf(row.getString(2)),
                  row.getLong(3),
                  BulkTransition.valueOf(row.getString(4)),
                  withdrawal == null ? null : WithdrawalKind.valueOf(withdrawal),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getString(9),
                  row.getString(10),
                  row.getString(11),
                  row.getLong(12),
                  row.getObject(13, OffsetDateTime.class).toInstant());
            })
        .stream()
        .findFirst();
  }
}
