package org.heliograph.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.ReferenceWriter.Refused;
import org.jspecify.annotations.Nullable;

/** Places a batch of divisions below those that are known, from the top down. */
final class RegionTree {
  private final Map<RegionCode, RegionDraft> drafts = new LinkedHashMap<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<Region> placed = new ArrayList<>();

  RegionTree(Collection<RegionDraft> batch) {
    for (RegionDraft draft : batch) {
      var code = RegionCode.parse(draft.code());
      if (code.isEmpty()) {
        refused.add(
            new Refused(draft.code(), "code", "a division code has 12 digits, padded with zeros"));
      } else if (draft.name().isBlank()) {
        refused.add(new Refused(draft.code(), "name", "a division has a name"));
      } else {
        drafts.put(code.get(), draft);
      }
    }
  }

  /** The codes of the batch and of every division that it may hang from. */
  Set<String> mentioned() {
    var codes = new HashSet<String>();
    codes.add(RegionCode.NATION.value());
    drafts.forEach((code, draft) -> {
      code.path().forEach(each -> codes.add(each.value()));
      if (draft.parent() != null) {
        codes.add(draft.parent());
      }
    });
    return codes;
  }

  /**
   * Settles parent and path of each division; {@code known} holds what {@link #mentioned} found.
   */
  void place(Map<String, Region> known) {
    var standing = new HashMap<>(known);
    var topDown = new ArrayList<>(drafts.keySet());
    topDown.sort(Comparator.comparing(RegionCode::level).thenComparing(RegionCode::value));
    for (RegionCode code : topDown) {
      RegionDraft draft = drafts.get(code);
      if (draft == null) {
        continue;
      }
      if (code.equals(RegionCode.NATION)) {
        // the migration holds it, and every path leaves its name out
        refused.add(new Refused(draft.code(), "code", "the whole country is already there"));
        continue;
      }
      Region parent = parent(code, draft, standing);
      if (parent == null) {
        refused.add(
            new Refused(
                draft.code(),
                "parent",
                "the division above is not known, or is not above: bring it first"));
        continue;
      }
      Region region = Region.of(code, draft.name(), parent);
      standing.put(region.code, region);
      placed.add(region);
    }
  }

  private static @Nullable Region parent(
      RegionCode code, RegionDraft draft, Map<String, Region> standing) {
    String named = draft.parent();
    if (named != null) {
      Region parent = standing.get(named);
      return parent != null && parent.level.compareTo(code.level()) < 0 ? parent : null;
    }
    for (RegionCode above : code.path().reversed()) {
      Region parent = standing.get(above.value());
      if (parent != null && parent.level.compareTo(code.level()) < 0) {
        return parent;
      }
    }
    return standing.get(RegionCode.NATION.value());
  }

  /** What can be saved, from the top down. */
  List<Region> placed() {
    return placed;
  }

  List<Refused> refused() {
    return refused;
  }
}
