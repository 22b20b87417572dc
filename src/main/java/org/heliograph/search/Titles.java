package org.heliograph.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.directory.Directory;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RegionCode;

/**
 * What a document says of its title beside the words: how somebody may begin to type it, and what
 * it has in common with those of other places. 柳湾村2026年第一季度村务公开 and the same of 29 other villages
 * are one notice.
 */
@ApplicationScoped
class Titles {
  static final String GROUP = "group";
  static final String SUGGESTION = "suggestion";
  static final String TYPED = "typed";
  static final String SOUNDS = "sounds";
  static final String BEGINS = "begins";

  /** Between kind and common title: titles are alike within a kind only. */
  static final String OF = "|";

  /** A shorter rest says nothing: 村务公开 is the least. */
  private static final int LEAST = 4;

  private final Directory directory;

  Titles(Directory directory) {
    this.directory = directory;
  }

  <E extends PublicRecord> void describe(RecordType<E> type, E row, Map<String, Object> document) {
    document.put(GROUP, type.kind().name() + OF + common(row));
    if (type.isSuggested()) {
      Spelling spelling = Spelling.of(row.title);
      document.put(SUGGESTION, row.title);
      document.put(TYPED, List.copyOf(spelling.typed()));
      document.put(SOUNDS, List.copyOf(spelling.sounds()));
      document.put(BEGINS, List.copyOf(spelling.begins()));
    }
  }

  /** The title without the names of the record's own divisions and organisation. */
  private String common(PublicRecord row) {
    var places =
        directory.regions(row.regionPath()).values().stream()
            .filter(region -> !region.code.equals(RegionCode.NATION.value()))
            .map(region -> region.name);
    var owner =
        directory.organisation(row.organisation).stream()
            .flatMap(body -> Stream.of(Optional.of(body.name), Optional.ofNullable(body.shortName)))
            .flatMap(Optional::stream);
    String rest = row.title;
    // the longest first: 东溪镇人民政府 before 东溪镇
    for (String name :
        Stream.concat(places, owner)
            .filter(name -> name.length() > 1)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList()) {
      rest = rest.replace(name, "");
    }
    rest = rest.strip();
    return rest.length() < LEAST ? row.title : rest;
  }
}
