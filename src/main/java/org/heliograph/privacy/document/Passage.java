package org.heliograph.privacy.document;

/**
 * A piece of a document's text.
 *
 * @param place where an editor finds it: {@code sheet 名单 (hidden), cell D7}
 * @param shown whether a reader of the document sees it as it opens
 * @param heading of its column, or empty: it says what the value is
 * @param firstLine number of the first line where lines are counted, otherwise 0
 */
public record Passage(String place, boolean shown, String heading, String text, int firstLine) {

  static Passage shown(String place, String text) {
    return new Passage(place, true, "", text, 0);
  }

  static Passage hidden(String place, String text) {
    return new Passage(place, false, "", text, 0);
  }

  Passage under(String otherHeading) {
    return new Passage(place, shown, otherHeading, text, firstLine);
  }

  Passage within(String outer) {
    String whole = place.isEmpty() ? outer : outer + ": " + place;
    return new Passage(whole, shown, heading, text, firstLine);
  }

  /** Says where, not what. */
  @Override
  public String toString() {
    return "Passage[" + place + "]";
  }

  /** Takes the passages of a document in their order. */
  public interface Sink {
    void take(Passage passage);

    /** Something that only a person can look at. */
    void cannotRead(String what);
  }
}
