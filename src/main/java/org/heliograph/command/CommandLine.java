package org.heliograph.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heliograph.relevance.Relevance;
import org.heliograph.shared.WithdrawalKind;
import org.jspecify.annotations.Nullable;

/** What the arguments of the jar ask for. */
sealed interface CommandLine {

  record Serve() implements CommandLine {}

  record Help() implements CommandLine {}

  record Migrate() implements CommandLine {}

  /** Writes everything public below the directory. */
  record Dump(Path directory) implements CommandLine {}

  /**
   * @param kind slug of the kind to build anew; empty: all
   */
  record Reindex(Optional<String> kind) implements CommandLine {}

  /**
   * @param reason why; there whenever {@code publish} is
   * @param waitIndexed how long to wait until the index has followed; zero: not at all
   */
  record Import(
      String kind,
      List<Path> files,
      boolean publish,
      @Nullable String reason,
      boolean dryRun,
      @Nullable Path errors,
      String actor,
      Duration waitIndexed)
      implements CommandLine {}

  /**
   * @param organisation needed only where several use the code
   */
  record Publish(String kind, String code, @Nullable String organisation, String reason)
      implements CommandLine {}

  /**
   * @param successor code of the record that takes its place, for REPLACED
   */
  record Withdraw(
      String kind,
      String code,
      @Nullable String organisation,
      WithdrawalKind how,
      @Nullable String successor,
      String reason)
      implements CommandLine {}

  /**
   * Verifies the audit trail.
   *
   * @param against heads that an earlier verification kept
   * @param keep where to keep the heads
   */
  record VerifyAudit(@Nullable Path against, @Nullable Path keep) implements CommandLine {}

  /**
   * @param measure the files are planted sets to be measured with, not documents to be scanned
   */
  record Privacy(List<Path> files, boolean measure) implements CommandLine {}

  /** Measures how well questions are answered, by a service that runs. */
  record Measure(Relevance relevance) implements CommandLine {}

  /** Arguments that make no command; the sentence says why. */
  final class Misunderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misunderstood(String sentence) {
      super(sentence, null, false, false);
    }
  }

  static CommandLine parse(String... arguments) {
    if (arguments.length == 0) {
      return new Serve();
    }
    var rest = List.of(arguments).subList(1, arguments.length);
    return switch (arguments[0]) {
      case "serve" -> alone(new Serve(), rest);
      case "migrate" -> alone(new Migrate(), rest);
      case "help", "--help", "-h" -> new Help();
      case "reindex" -> reindex(rest);
      case "dump" -> dump(rest);
      case "import" -> imports(rest);
      case "audit" -> audit(rest);
      case "publish" -> publish(Flags.of("publish", rest, "--reason", "--organisation"));
      case "withdraw" ->
          withdraw(Flags.of("withdraw", rest, "--reason", "--organisation", "--as", "--successor"));
      case "privacy" -> privacy(rest);
      case "relevance" -> RelevanceFlags.measure(rest);
      default ->
          throw new Misunderstood(
              "\"%s\" is no command: choose serve, migrate, import, dump, reindex, publish, withdraw, audit, privacy, relevance or help"
                  .formatted(arguments[0]));
    };
  }

  private static CommandLine alone(CommandLine command, List<String> rest) {
    if (!rest.isEmpty()) {
      throw new Misunderstood("\"%s\" is not understood here".formatted(rest.getFirst()));
    }
    return command;
  }

  private static CommandLine reindex(List<String> rest) {
    if (rest.size() > 1) {
      throw new Misunderstood("reindex takes one kind, or none for all");
    }
    return new Reindex(rest.stream().findFirst());
  }

  private static CommandLine dump(List<String> rest) {
    if (rest.size() != 1 || rest.getFirst().startsWith("-")) {
      throw new Misunderstood("dump takes the directory to write to: dump DIRECTORY");
    }
    return new Dump(Path.of(rest.getFirst()));
  }

  private static CommandLine imports(List<String> rest) {
    var words = new ArrayList<String>();
    boolean publish = false;
    boolean dryRun = false;
    String reason = null;
    String errors = null;
    String actor = "operator";
    Duration wait = Duration.ZERO;
    for (var it = rest.iterator(); it.hasNext(); ) {
      String word = it.next();
      switch (word) {
        case "--publish" -> publish = true;
        case "--dry-run" -> dryRun = true;
        case "--reason" -> reason = value(word, it);
        case "--errors" -> errors = value(word, it);
        case "--actor" -> actor = value(word, it);
        case "--wait-indexed" -> wait = seconds(value(word, it));
        default -> {
          if (word.startsWith("-")) {
            throw new Misunderstood("import has no flag \"%s\"".formatted(word));
          }
          words.add(word);
        }
      }
    }
    if (words.size() < 2) {
      throw new Misunderstood("import needs a kind and at least one file: import KIND FILE…");
    }
    if (publish && (reason == null || reason.isBlank())) {
      throw new Misunderstood("--publish needs a reason, which is recorded: --reason TEXT");
    }
    return new Import(
        words.getFirst(),
        words.stream().skip(1).map(Path::of).toList(),
        publish,
        reason,
        dryRun,
        errors == null ? null : Path.of(errors),
        actor,
        wait);
  }

  private static CommandLine audit(List<String> rest) {
    if (rest.isEmpty() || !rest.getFirst().equals("verify")) {
      throw new Misunderstood("audit has one verb: audit verify");
    }
    Path against = null;
    Path keep = null;
    for (var it = rest.subList(1, rest.size()).iterator(); it.hasNext(); ) {
      String word = it.next();
      switch (word) {
        case "--against" -> against = Path.of(value(word, it));
        case "--keep" -> keep = Path.of(value(word, it));
        default -> throw new Misunderstood("audit verify has no \"%s\"".formatted(word));
      }
    }
    return new VerifyAudit(against, keep);
  }

  private static CommandLine publish(Flags flags) {
    return new Publish(
        flags.kind(), flags.code(), flags.find("--organisation"), flags.require("--reason"));
  }

  private static CommandLine withdraw(Flags flags) {
    WithdrawalKind how;
    try {
      how = WithdrawalKind.valueOf(flags.require("--as"));
    } catch (IllegalArgumentException e) {
      throw new Misunderstood("--as is GONE, REPLACED, WITHDRAWN or ERASED");
    }
    return new Withdraw(
        flags.kind(),
        flags.code(),
        flags.find("--organisation"),
        how,
        flags.find("--successor"),
        flags.require("--reason"));
  }

  private static CommandLine privacy(List<String> rest) {
    boolean measure = rest.contains("--measure");
    for (String word : rest) {
      if (word.startsWith("-") && !word.equals("--measure")) {
        throw new Misunderstood("privacy has no flag \"%s\"".formatted(word));
      }
    }
    List<Path> files =
        rest.stream().filter(word -> !word.equals("--measure")).map(Path::of).toList();
    if (files.isEmpty()) {
      throw new Misunderstood("privacy needs at least one file: privacy [--measure] FILE…");
    }
    return new Privacy(files, measure);
  }

  private static String value(String flag, java.util.Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new Misunderstood("%s needs a value".formatted(flag));
    }
    return rest.next();
  }

  private static Duration seconds(String text) {
    try {
      long seconds = Long.parseLong(text);
      if (seconds >= 0) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Misunderstood("--wait-indexed needs a number of seconds");
  }
}
