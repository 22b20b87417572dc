package org.heliograph.command;

import jakarta.enterprise.context.Dependent;
import java.util.stream.Collectors;
import org.heliograph.audit.Authority;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.Problem;
import org.heliograph.store.RecordWriter;

/**
 * {@code publish} and {@code withdraw}: the operator's verbs on one record, each with its reason in
 * the audit trail.
 */
@Dependent
class VerbCommand {
  private final RecordTypes types;
  private final RecordWriter writer;

  VerbCommand(RecordTypes types, RecordWriter writer) {
    this.types = types;
    this.writer = writer;
  }

  Exit publish(CommandLine.Publish command) {
    publish(type(command.kind()), command);
    System.out.println("Published.");
    return Exit.DONE;
  }

  private <E extends PublicRecord> void publish(RecordType<E> type, CommandLine.Publish command) {
    long record = writer.identify(type, command.code(), command.organisation());
    writer.publish(type, record, Authority.operator(command.reason()));
  }

  Exit withdraw(CommandLine.Withdraw command) {
    withdraw(type(command.kind()), command);
    System.out.println("Withdrawn.");
    return Exit.DONE;
  }

  private <E extends PublicRecord> void withdraw(RecordType<E> type, CommandLine.Withdraw command) {
    long record = writer.identify(type, command.code(), command.organisation());
    Long successor =
        command.successor() == null ? null : writer.identify(type, command.successor(), null);
    writer.withdraw(type, record, command.how(), successor, Authority.operator(command.reason()));
  }

  private RecordType<?> type(String slug) {
    for (RecordType<?> type : types.all()) {
      if (type.kind().slug().equals(slug)) {
        return type;
      }
    }
    throw Problem.badInput(
        "KIND",
        "choose one of "
            + types.all().stream()
                .map(type -> type.kind().slug())
                .sorted()
                .collect(Collectors.joining(", ")));
  }
}
