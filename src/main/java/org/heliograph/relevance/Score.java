package org.heliograph.relevance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well one question, or the average one, was answered; each figure is between 0 and 1.
 *
 * @param ndcg normalised discounted cumulative gain of the first ten
 * @param recall10 how much of what was judged is among the first ten
 * @param recall100 among the first hundred
 * @param reciprocal one by the rank of the first judged record, 0 beyond ten
 */
public record Score(double ndcg, double recall10, double recall100, double reciprocal) {
  private static final int PAGE = 10;
  private static final int DEEP = 100;

  /**
   * @param found codes in the order in which they came
   */
  static Score of(Question question, List<String> found) {
    double gained = 0;
    double reciprocal = 0;
    for (int rank = 0; rank < Math.min(PAGE, found.size()); rank++) {
      int gain = question.gain(found.get(rank));
      gained += gain * discount(rank);
      if (gain > 0 && reciprocal == 0) {
        reciprocal = 1.0 / (rank + 1);
      }
    }
    return new Score(
        gained / ideal(question),
        recall(question, found, PAGE),
        recall(question, found, DEEP),
        reciprocal);
  }

  private static double ideal(Question question) {
    var gains = new ArrayList<Integer>();
    question
        .judged()
        .forEach((code, gain) -> {
          for (int i = 0; i < (Question.isMany(code) ? PAGE : 1); i++) {
            gains.add(gain);
          }
        });
    gains.sort(Comparator.reverseOrder());
    double ideal = 0;
    for (int rank = 0; rank < Math.min(PAGE, gains.size()); rank++) {
      ideal += gains.get(rank) * discount(rank);
    }
    return ideal;
  }

  private static double recall(Question question, List<String> found, int depth) {
    long hits = found.stream().limit(depth).filter(code -> question.gain(code) > 0).count();
    long there =
        question.judged().keySet().stream()
            .mapToLong(code -> Question.isMany(code) ? depth : 1)
            .sum();
    return Math.min(1, (double) hits / there);
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }

  static Score mean(Iterable<Score> scores) {
    double[] sums = new double[4];
    int count = 0;
    for (Score score : scores) {
      sums[0] += score.ndcg;
      sums[1] += score.recall10;
      sums[2] += score.recall100;
      sums[3] += score.reciprocal;
      count++;
    }
    return new Score(sums[0] / count, sums[1] / count, sums[2] / count, sums[3] / count);
  }
}
