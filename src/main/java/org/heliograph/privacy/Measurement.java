package org.heliograph.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.heliograph.shared.Problem;

/**
 * How much of what was planted is found, and how much else. A value is found when a finding of its
 * category overlaps it. A finding that overlaps nothing planted is a false alarm, unless it is a
 * {@link Severity#NOTICE}, which alarms nobody; those are counted beside.
 */
public final class Measurement {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<Category, Score> scores = new EnumMap<>(Category.class);
  private final List<Miss> misses = new ArrayList<>();

  private Measurement() {
    for (Category category : Category.values()) {
      scores.put(category, Score.NONE);
    }
  }

  /** One line of a planted set: a text and all that is personal in it. */
  public record Sample(String text, List<Expected> expect) {}

  /** A value as it stands in the text. */
  public record Expected(Category category, String value) {}

  /**
   * A sample that was not judged as planted.
   *
   * @param sample its number, from 1
   * @param falseAlarm whether something was found that is not planted, rather than missed
   */
  public record Miss(int sample, Category category, boolean falseAlarm) {}

  /** Counts, and what follows from them. */
  public record Score(int planted, int found, int falseAlarms, int notices) {
    static final Score NONE = new Score(0, 0, 0, 0);

    Score plus(Score other) {
      return new Score(
          planted + other.planted,
          found + other.found,
          falseAlarms + other.falseAlarms,
          notices + other.notices);
    }

    public double recall() {
      return planted == 0 ? 1 : (double) found / planted;
    }

    public double precision() {
      return found + falseAlarms == 0 ? 1 : (double) found / (found + falseAlarms);
    }
  }

  /** Scans every sample. */
  public static Measurement of(List<Sample> samples) {
    var measurement = new Measurement();
    for (int i = 0; i < samples.size(); i++) {
      measurement.judge(i + 1, samples.get(i));
    }
    return measurement;
  }

  /** Reads {@code {"text":…,"expect":[{"category":…,"value":…}]}}, one a line. */
  public static List<Sample> read(Path file) throws IOException {
    var samples = new ArrayList<Sample>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      Sample sample;
      try {
        sample = JSON.readValue(line, Sample.class);
      } catch (JsonProcessingException e) {
        sample = null;
      }
      if (sample == null || !isComplete(sample)) {
        throw Problem.badInput(
            "line " + number,
            "line %d of %s is no sample: write {\"text\": …, \"expect\": [{\"category\": …, \"value\": a part of the text}]}"
                .formatted(number, file.getFileName()));
      }
      samples.add(sample);
    }
    return samples;
  }

  @SuppressWarnings("ConstantConditions") // what JSON leaves out is null
  private static boolean isComplete(Sample sample) {
    return sample.text() != null
        && sample.expect() != null
        && sample.expect().stream()
            .allMatch(each ->
                each.category() != null
                    && each.value() != null
                    && !each.value().isEmpty()
                    && sample.text().contains(each.value()));
  }

  /** The same, written. */
  public static String write(List<Sample> samples) throws JsonProcessingException {
    var lines = new StringBuilder();
    for (Sample sample : samples) {
      lines.append(JSON.writeValueAsString(sample)).append('\n');
    }
    return lines.toString();
  }

  private void judge(int number, Sample sample) {
    List<Finding> findings = PrivacyScan.scan("", sample.text());
    var explained = new HashSet<Finding>();
    int from = 0;
    for (Expected expected : sample.expect()) {
      int start = sample.text().indexOf(expected.value(), from);
      start = start < 0 ? sample.text().indexOf(expected.value()) : start;
      int end = start + expected.value().length();
      from = end;
      boolean found = false;
      for (Finding finding : findings) {
        if (finding.category() == expected.category()
            && finding.start() < end
            && finding.end() > start) {
          explained.add(finding);
          found = true;
        }
      }
      scores.merge(expected.category(), new Score(1, found ? 1 : 0, 0, 0), Score::plus);
      if (!found) {
        misses.add(new Miss(number, expected.category(), false));
      }
    }
    for (Finding finding : findings) {
      if (!explained.contains(finding)) {
        boolean notice = finding.severity() == Severity.NOTICE;
        scores.merge(
            finding.category(), new Score(0, 0, notice ? 0 : 1, notice ? 1 : 0), Score::plus);
        if (!notice) {
          misses.add(new Miss(number, finding.category(), true));
        }
      }
    }
  }

  public Score of(Category category) {
    return scores.getOrDefault(category, Score.NONE);
  }

  public Score overall() {
    return scores.values().stream().reduce(Score.NONE, Score::plus);
  }

  /** Of the categories that are recognised by their digits. */
  public Score numbers() {
    return scores.entrySet().stream()
        .filter(entry -> entry.getKey().isNumber())
        .map(Map.Entry::getValue)
        .reduce(Score.NONE, Score::plus);
  }

  public List<Miss> misses() {
    return List.copyOf(misses);
  }

  /** The scores as lines of text. */
  public String table() {
    var table = new StringBuilder();
    table.append(
        "%-16s %8s %8s %8s %8s %8s %10s%n"
            .formatted("category", "planted", "found", "false", "notices", "recall", "precision"));
    scores.forEach((category, score) -> line(table, category.name(), score));
    line(table, "numbers", numbers());
    line(table, "overall", overall());
    return table.toString();
  }

  private static void line(StringBuilder table, String name, Score score) {
    table.append(
        "%-16s %8d %8d %8d %8d %8.4f %10.4f%n"
            .formatted(
                name,
                score.planted(),
                score.found(),
                score.falseAlarms(),
                score.notices(),
                score.recall(),
                score.precision()));
  }
}
