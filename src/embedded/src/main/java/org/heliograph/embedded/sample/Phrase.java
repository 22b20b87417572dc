package org.heliograph.embedded.sample;

/** What the slots of a template stand for. */
record Phrase(String object, String who, String post, String step) {

  /** The template with every slot filled; numbers and sums are thrown anew for each. */
  String fill(String template, Dice dice) {
    StringBuilder text = new StringBuilder(template.length() + 32);
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
        text.append(slot(template.charAt(i + 1), dice));
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private String slot(char name, Dice dice) {
    return switch (name) {
      case 'o' -> object;
      case 'a' -> who;
      case 'p' -> post;
      case 's' -> step;
      case 'n' -> Integer.toString(dice.between(1, 12));
      case 'm' -> Integer.toString(dice.between(120, 9800));
      default -> throw new IllegalStateException("no slot is called " + name);
    };
  }
}
