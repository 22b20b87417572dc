package org.heliograph.embedded.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The power items that were written, for others to point at. */
final class ItemDirectory {

  /** What a link needs: the code, and how many risk points it has. */
  record Entry(String code, boolean penalty, int risks) {}

  private final Map<String, List<Entry>> byOrganisation = new HashMap<>();

  void add(String organisation, Entry entry) {
    byOrganisation.computeIfAbsent(organisation, code -> new ArrayList<>()).add(entry);
  }

  /** Items of one organisation; perhaps none. */
  List<Entry> of(String organisation) {
    return byOrganisation.getOrDefault(organisation, List.of());
  }

  List<Entry> penaltiesOf(String organisation) {
    return of(organisation).stream().filter(Entry::penalty).toList();
  }

  static String risk(Entry item, int number) {
    return item.code() + "-F" + People.digits(number, 2);
  }
}
