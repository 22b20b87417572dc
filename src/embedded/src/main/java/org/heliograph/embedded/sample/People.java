package org.heliograph.embedded.sample;

import java.util.List;
import java.util.function.ToIntFunction;

/** Invented persons: each number is always the same person. */
final class People {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** The invented county, so that nobody can be meant. */
  private static final String AREA = "990121";

  /** Surnames at the front of the list are as common as in life. */
  private static final int COMMON_SURNAMES = 20;

  private final List<String> surnames;
  private final List<String> given;
  private final List<String> dotted;
  private final long seed;

  People(Vocabulary words, long seed) {
    surnames = words.list("surnames");
    given = words.list("given");
    dotted = words.list("dotted");
    this.seed = seed;
  }

  /** A person, with what a payment list says of them. */
  record Person(String name, String idNumber, String bankTail, int householdSize, int home) {}

  Person person(long number, int villages) {
    return person(Dice.of(seed, "person", number), villages, dice -> dice.between(1938, 2004));
  }

  Person child(long number, int villages) {
    return person(Dice.of(seed, "child", number), villages, dice -> dice.between(2009, 2019));
  }

  private Person person(Dice dice, int villages, ToIntFunction<Dice> birthYear) {
    String name = name(dice);
    String idNumber = idNumber(birthYear.applyAsInt(dice), dice);
    String bankTail = digits(dice.below(10_000), 4);
    return new Person(
        name, idNumber, bankTail, dice.weighted(0, 18, 24, 20, 22, 11, 5), dice.below(villages));
  }

  String name(Dice dice) {
    if (dice.chance(12)) {
      return dice.pick(dotted);
    }
    String surname =
        dice.chance(550) ? surnames.get(dice.below(COMMON_SURNAMES)) : dice.pick(surnames);
    return surname + dice.pick(given) + (dice.chance(720) ? dice.pick(given) : "");
  }

  /** A number in the invented exchange. */
  static String phone(Dice dice) {
    return "0990-2" + digits(dice.below(1_000_000), 6);
  }

  private static String idNumber(int birthYear, Dice dice) {
    String body =
        AREA
            + birthYear
            + digits(dice.between(1, 12), 2)
            + digits(dice.between(1, 28), 2)
            + digits(dice.below(1000), 3);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return body + CHECKS.charAt(sum % 11);
  }

  static String digits(int number, int places) {
    String text = Integer.toString(number);
    return "0".repeat(places - text.length()) + text;
  }
}
