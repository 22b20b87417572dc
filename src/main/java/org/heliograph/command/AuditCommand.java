package org.heliograph.command;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.heliograph.audit.AuditVerification;
import org.heliograph.audit.AuditVerification.Head;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** {@code audit verify}: says whether the trail is whole, and where it ends. */
@Dependent
class AuditCommand {
  private final AuditVerification verification;

  AuditCommand(AuditVerification verification) {
    this.verification = verification;
  }

  Exit verify(CommandLine.VerifyAudit command) throws IOException {
    var outcome = verification.verify(read(command.against()));
    outcome.findings().forEach(System.err::println);
    String heads =
        outcome.heads().stream()
            .map(head -> "%s\t%d\t%s%n".formatted(head.chain(), head.position(), head.hash()))
            .collect(Collectors.joining());
    Path keep = command.keep();
    if (keep == null) {
      System.out.print(heads);
    } else if (outcome.findings().isEmpty()) {
      Files.writeString(keep, heads);
    }
    System.out.printf(
        "%,d entries in %d chains: %s.%n",
        outcome.entries(),
        outcome.heads().size(),
        outcome.findings().isEmpty() ? "whole" : outcome.findings().size() + " findings");
    return outcome.findings().isEmpty() ? Exit.DONE : Exit.FAILED;
  }

  private static Map<String, Head> read(@Nullable Path file) throws IOException {
    var heads = new HashMap<String, Head>();
    if (file != null) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,18}")) {
          throw Problem.badInput(
              "--against",
              "holds a line that is no head of a chain: name a file that --keep wrote");
        }
        heads.put(parts[0], new Head(parts[0], Long.parseLong(parts[1]), parts[2]));
      }
    }
    return heads;
  }
}
