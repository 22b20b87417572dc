package org.heliograph.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.heliograph.directory.NameKind;
import org.heliograph.directory.NameSource.Name;
import org.heliograph.search.Spelling;

/**
 * The names of reference data, kept in memory in the order of the ways in which they may be typed:
 * what begins with a text is a stretch between two places. Never changes; a new one replaces it.
 */
final class NameIndex {
  /** A name and what it stands for. */
  record Entry(NameKind kind, Name name) {}

  /** One way to type an entry, by its place in the list of entries. */
  private record Way(String text, int entry) {}

  private final List<Entry> entries;
  private final Way[] begins;
  private final Way[] anywhere;
  private final Way[] sounds;
  private final Map<String, Set<Entry>> exact = new HashMap<>();

  NameIndex(List<Entry> entries) {
    // short names first: who types 民政 means 民政局 rather than 民政局婚姻登记处
    this.entries =
        entries.stream()
            .sorted(
                Comparator.comparingInt((Entry each) -> each.name().name().length())
                    .thenComparing(each -> each.name().name())
                    .thenComparing(each -> each.name().code()))
            .toList();
    List<Spelling> spellings =
        this.entries.stream().map(each -> Spelling.of(each.name().name())).toList();
    begins = ways(spellings, Spelling::begins);
    sounds = ways(spellings, Spelling::sounds);
    anywhere = ways(spellings, Spelling::typed);
    for (Entry each : this.entries) {
      name(each.name().name(), each);
      name(each.name().code(), each);
      String other = each.name().other();
      if (other != null) {
        name(other, each);
      }
      String place = each.name().place();
      if (place != null) {
        // 云岭省/澄州市/清源县 may be typed from any of its parts on
        for (int from = 0; from >= 0; from = place.indexOf('/', from + 1)) {
          name(place.substring(from), each);
        }
      }
    }
  }

  private void name(String name, Entry entry) {
    exact.computeIfAbsent(Spelling.plain(name), plain -> new LinkedHashSet<>()).add(entry);
  }

  private static Way[] ways(List<Spelling> spellings, Function<Spelling, Set<String>> part) {
    var ways = new ArrayList<Way>();
    for (int i = 0; i < spellings.size(); i++) {
      for (String text : part.apply(spellings.get(i))) {
        ways.add(new Way(text, i));
      }
    }
    return ways.stream().sorted(Comparator.comparing(Way::text)).toArray(Way[]::new);
  }

  /** What bears exactly this name, short name, code or path. */
  Set<Entry> named(String text) {
    return exact.getOrDefault(Spelling.plain(text), Set.of());
  }

  /** The name of what has a code. */
  Optional<String> name(NameKind kind, String code) {
    return named(code).stream()
        .filter(each -> each.kind() == kind && each.name().code().equals(code))
        .map(each -> each.name().name())
        .findFirst();
  }

  /** The codes of all names of a kind. */
  List<String> codes(NameKind kind) {
    return entries.stream()
        .filter(each -> each.kind() == kind)
        .map(each -> each.name().code())
        .toList();
  }

  /** Names that begin with what was typed, shortest first. */
  List<Entry> beginning(String typed, int most) {
    return entries(matches(begins, typed), most);
  }

  /** Names in which it stands, shortest first. */
  List<Entry> containing(String typed, int most) {
    var found = matches(anywhere, typed);
    if (Spelling.isLatin(typed)) {
      found.addAll(matches(sounds, typed));
    }
    return entries(found, most);
  }

  /** Names that sound so but for one letter after the first. */
  List<Entry> sounding(String typed, int most) {
    var found = new LinkedHashSet<Integer>();
    String first = typed.substring(0, 1);
    for (int i = start(sounds, first); i < sounds.length; i++) {
      if (!sounds[i].text().startsWith(first)) {
        break;
      }
      if (OneError.beginsNearly(sounds[i].text(), typed)) {
        found.add(sounds[i].entry());
      }
    }
    return entries(found, most);
  }

  private static Set<Integer> matches(Way[] ways, String typed) {
    var found = new LinkedHashSet<Integer>();
    for (int i = start(ways, typed); i < ways.length && ways[i].text().startsWith(typed); i++) {
      found.add(ways[i].entry());
    }
    return found;
  }

  private static int start(Way[] ways, String typed) {
    int at = Arrays.binarySearch(ways, new Way(typed, 0), Comparator.comparing(Way::text));
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && ways[at - 1].text().equals(typed)) {
      at--;
    }
    return at;
  }

  private List<Entry> entries(Set<Integer> found, int most) {
    return found.stream().sorted().limit(most).map(entries::get).toList();
  }
}
