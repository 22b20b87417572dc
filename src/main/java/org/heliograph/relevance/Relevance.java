package org.heliograph.relevance;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One measurement from beginning to end.
 *
 * @param set {@code small}, {@code county} or {@code statutes}
 * @param directory where the project's own sets and all baselines are
 * @param data the folder of the statutes set, which the project does not hold
 * @param keep whether the figures become the baseline
 * @param atLeast the nDCG@10 below which the measurement has failed
 */
public record Relevance(
    String set, URI url, Path directory, @Nullable Path data, boolean keep, double atLeast) {

  /** Whether the figure reached what was asked for. */
  public boolean measure(PrintStream out) throws IOException, InterruptedException {
    QuestionSet questions =
        data == null
            ? QuestionSet.read(set, directory.resolve(set + ".jsonl"))
            : QuestionSet.readStatutes(data);
    var answers = new Asking(url).ask(questions);
    var report = new Report(questions, answers);
    Path kept = directory.resolve("baselines").resolve(set + ".tsv");
    report.print(Baseline.read(kept), out);
    if (keep) {
      Baseline.keep(kept, answers);
      out.println("kept as the baseline in " + kept);
    }
    return report.mean().ndcg() >= atLeast;
  }
}
