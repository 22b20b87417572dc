package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The records that a first {@code run} loads through the service's own importers. Which sample the
 * database holds is remembered beside it; a load that was interrupted is not, and is simply done
 * again: the importers know a row that they have seen.
 */
final class Sample {

  /** Which records to load. */
  enum Size {
    /** An invented county of a few hundred records, part of the source tree. */
    SMALL,
    /** The same county at the scale of a real one, generated. */
    COUNTY,
    /** An empty database. */
    NONE
  }

  private static final String GENERATOR = "org.heliograph.embedded.sample.CountyGenerator";
  private static final String DEFAULT_PAYMENTS = "200000";

  private final Layout layout;
  private final Size asked;
  private final boolean askedByName;
  private final String payments;

  private Sample(Layout layout, Size asked, boolean askedByName, String payments) {
    this.layout = layout;
    this.asked = asked;
    this.askedByName = askedByName;
    this.payments = payments;
  }

  static Sample of(CommandLine commandLine, Layout layout) {
    String name = commandLine.flags().getOrDefault("--sample", "small");
    for (Size size : Size.values()) {
      if (size.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new Sample(
            layout,
            size,
            commandLine.has("--sample"),
            commandLine.flags().getOrDefault("--payments", DEFAULT_PAYMENTS));
      }
    }
    throw new Refusal("There is no sample \"%s\": choose small, county or none.".formatted(name));
  }

  void forget() throws IOException {
    Files.deleteIfExists(remembered());
  }

  /** Refuses to mix two samples. */
  void requireLoadable() throws IOException {
    String held = held();
    if (askedByName && !held.isEmpty() && !held.equals(word(asked))) {
      throw new Refusal(
          "The database holds the sample \"%s\": start with --fresh --sample %s to replace it."
              .formatted(held, word(asked)));
    }
  }

  void load(Map<String, String> environment, Progress progress)
      throws IOException, InterruptedException {
    if (!held().isEmpty()) {
      return;
    }
    switch (asked) {
      case SMALL ->
          importAll(layout.checkout().resolve("src/embedded/sample/small"), environment, progress);
      case COUNTY -> importAll(generate(progress), environment, progress);
      case NONE -> progress.say("The database stays empty, as asked");
    }
    Files.writeString(remembered(), word(asked));
  }

  /**
   * One process for all kinds: a start for each would take longer than the sample itself. Its
   * results are shown, its complaints go into the log.
   */
  private void importAll(Path directory, Map<String, String> environment, Progress progress)
      throws IOException, InterruptedException {
    Path log = layout.log("import-sample");
    ProcessBuilder builder =
        Service.command(
                layout,
                asked == Size.SMALL ? Service.SHORT_LIVED : List.of(),
                List.of(
                    "import", "all", directory.toString(), "--publish", "--reason", "sample data"),
                environment)
            .redirectError(ProcessBuilder.Redirect.to(log.toFile()));
    if (Processes.runToEnd(builder, line -> progress.say("Sample: " + line)) != 0) {
      throw new Refusal(
          "The sample could not be imported: see %s, then start again."
              .formatted(layout.shown(log)));
    }
  }

  private Path generate(Progress progress) throws IOException, InterruptedException {
    Path directory = layout.stack().resolve("sample-county");
    Layout.deleteTree(directory);
    List<String> command = new ArrayList<>(List.of(Processes.java(), "-Xmx512m", "-cp"));
    command.addAll(
        List.of(
            layout.build().resolve("launcher") + "/*",
            GENERATOR,
            "--out",
            directory.toString(),
            "--payments",
            payments));
    Path log = layout.log("generate-county");
    progress.say("Generating the county with %s payments".formatted(payments));
    if (Processes.runToEnd(
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()))
        != 0) {
      throw new Refusal("The county could not be generated: see %s.".formatted(layout.shown(log)));
    }
    return directory;
  }

  private String held() throws IOException {
    return Files.exists(remembered()) ? Files.readString(remembered()).strip() : "";
  }

  private Path remembered() {
    return layout.stack().resolve("sample");
  }

  private static String word(Size size) {
    return size.name().toLowerCase(Locale.ROOT);
  }
}
