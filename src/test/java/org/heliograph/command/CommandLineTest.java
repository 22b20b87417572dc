package org.heliograph.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heliograph.command.CommandLine.Misunderstood;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void no_argument_serves() {
    assertInstanceOf(CommandLine.Serve.class, CommandLine.parse());
    assertInstanceOf(CommandLine.Serve.class, CommandLine.parse("serve"));
  }

  @Test
  void dump_takes_one_directory() {
    assertEquals(new CommandLine.Dump(Path.of("out")), CommandLine.parse("dump", "out"));
    assertThrows(Misunderstood.class, () -> CommandLine.parse("dump"));
    assertThrows(Misunderstood.class, () -> CommandLine.parse("dump", "a", "b"));
    assertThrows(Misunderstood.class, () -> CommandLine.parse("dump", "--now"));
  }

  @Test
  void import_takes_flags_anywhere() {
    var command =
        CommandLine.parse(
            "import",
            "--dry-run",
            "statutes",
            "a.jsonl",
            "--errors",
            "e.csv",
            "b.csv",
            "--publish",
            "--reason",
            "首次装载",
            "--actor",
            "王工",
            "--wait-indexed",
            "90");
    assertEquals(
        new CommandLine.Import(
            "statutes",
            List.of(Path.of("a.jsonl"), Path.of("b.csv")),
            true,
            "首次装载",
            true,
            Path.of("e.csv"),
            "王工",
            Duration.ofSeconds(90)),
        command);
  }

  @Test
  void publishing_needs_a_recorded_reason() {
    assertMisunderstood("--reason", "import", "statutes", "a.jsonl", "--publish");
    assertMisunderstood("--reason", "import", "statutes", "a.jsonl", "--publish", "--reason", " ");
  }

  @Test
  void privacy_takes_files_and_may_measure() {
    assertEquals(
        new CommandLine.Privacy(List.of(Path.of("a.xlsx"), Path.of("b.pdf")), false),
        CommandLine.parse("privacy", "a.xlsx", "b.pdf"));
    assertEquals(
        new CommandLine.Privacy(List.of(Path.of("set.jsonl")), true),
        CommandLine.parse("privacy", "--measure", "set.jsonl"));
    assertMisunderstood("at least one file", "privacy", "--measure");
    assertMisunderstood("\"--all\"", "privacy", "--all", "a.xlsx");
  }

  @Test
  void relevance_measures_one_of_three_sets() {
    var measure = (CommandLine.Measure) CommandLine.parse("relevance", "--set", "county", "--keep");
    assertEquals("county", measure.relevance().set());
    assertTrue(measure.relevance().keep());
    assertMisunderstood("--set is", "relevance", "--set", "large");
    assertMisunderstood("--data", "relevance", "--set", "statutes");
    assertMisunderstood("--data", "relevance", "--set", "small", "--data", "here");
    assertMisunderstood("--url", "relevance", "--url", "here");
    assertMisunderstood("--at-least", "relevance", "--at-least", "half");
    assertMisunderstood("\"--fast\"", "relevance", "--fast");
  }

  @Test
  void what_makes_no_command_is_told_by_its_word() {
    assertMisunderstood("\"improt\"", "improt");
    assertMisunderstood("\"now\"", "migrate", "now");
    assertMisunderstood("\"--force\"", "import", "statutes", "a.jsonl", "--force");
    assertMisunderstood("--errors", "import", "statutes", "a.jsonl", "--errors");
    assertMisunderstood("seconds", "import", "statutes", "a.jsonl", "--wait-indexed", "soon");
    assertMisunderstood("at least one file", "import", "statutes");
  }

  private static void assertMisunderstood(String part, String... arguments) {
    var refusal = assertThrows(Misunderstood.class, () -> CommandLine.parse(arguments));
    assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal.getMessage());
  }
}
