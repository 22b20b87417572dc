package org.heliograph.relevance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a measurement came to, and what changed since the baseline. */
final class Report {
  /** How many questions that changed are named each way. */
  private static final int NAMED = 10;

  private static final double NOTHING = .0005;

  private final QuestionSet set;
  private final List<Asking.Answer> answers;

  /** A question that is answered better or worse than it was. */
  private record Change(Asking.Answer answer, double before, double now) {
    double by() {
      return now - before;
    }
  }

  Report(QuestionSet set, List<Asking.Answer> answers) {
    this.set = set;
    this.answers = answers;
  }

  Score mean() {
    return Score.mean(answers.stream().map(Asking.Answer::score).toList());
  }

  void print(Baseline baseline, PrintStream out) {
    Score mean = mean();
    double[] ndcg = answers.stream().mapToDouble(answer -> answer.score().ndcg()).toArray();
    Interval interval = Interval.ofMean(ndcg);
    out.printf(
        Locale.ROOT,
        "%s: %d questions, nDCG@10 %.4f [%.4f, %.4f], R@10 %.4f, R@100 %.4f, MRR@10 %.4f%n",
        set.name(),
        answers.size(),
        mean.ndcg(),
        interval.low(),
        interval.high(),
        mean.recall10(),
        mean.recall100(),
        mean.reciprocal());
    long[] micros = answers.stream().mapToLong(a -> a.took().toNanos() / 1000).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "%d questions find nothing; p50 %.1f ms, p99 %.1f ms%n",
        answers.stream().filter(answer -> answer.codes().isEmpty()).count(),
        micros[micros.length / 2] / 1e3,
        micros[micros.length * 99 / 100] / 1e3);
    compare(baseline, out);
  }

  private void compare(Baseline baseline, PrintStream out) {
    var changes = new ArrayList<Change>();
    for (Asking.Answer answer : answers) {
      Double before = baseline.ndcg().get(answer.question().id());
      if (before != null) {
        changes.add(new Change(answer, before, answer.score().ndcg()));
      }
    }
    if (changes.isEmpty()) {
      out.printf(Locale.ROOT, "no baseline to compare with: --keep writes one%n");
      return;
    }
    double[] by = changes.stream().mapToDouble(Change::by).toArray();
    Interval interval = Interval.ofMean(by);
    out.printf(
        Locale.ROOT,
        "against the baseline (%d questions): %+.4f [%+.4f, %+.4f], %s%n",
        changes.size(),
        java.util.Arrays.stream(by).average().orElse(0),
        interval.low(),
        interval.high(),
        interval.isSure() ? "more than chance" : "no more than chance would do");
    changes.sort(Comparator.comparingDouble(Change::by));
    name(changes.stream().filter(c -> c.by() < -NOTHING).toList(), "worse", out);
    name(changes.reversed().stream().filter(c -> c.by() > NOTHING).toList(), "better", out);
  }

  private static void name(List<Change> changes, String how, PrintStream out) {
    out.printf(Locale.ROOT, "%d %s%n", changes.size(), how);
    changes.stream()
        .limit(NAMED)
        .forEach(change ->
            out.printf(
                Locale.ROOT,
                "  %.3f to %.3f  %s%n",
                change.before(),
                change.now(),
                change.answer().question().text()));
  }
}
