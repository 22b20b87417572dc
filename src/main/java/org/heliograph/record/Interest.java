package org.heliograph.record;

import java.util.Collections;
import java.util.Set;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Attribute;
import org.heliograph.visibility.Facts;

/**
 * Which changes somebody wants to hear of; an empty part asks for everything.
 *
 * @param records global ids
 * @param regions 12-digit codes, each with everything below it
 */
public record Interest(
    Set<RecordKind> kinds,
    Set<ChangeKind> changes,
    Set<String> records,
    Set<String> organisations,
    Set<String> regions) {

  public Interest {
    kinds = Set.copyOf(kinds);
    changes = Set.copyOf(changes);
    records = Set.copyOf(records);
    organisations = Set.copyOf(organisations);
    regions = Set.copyOf(regions);
  }

  /**
   * Whether the change is one of these. A withdrawal is, wherever the record belonged: what it
   * leaves does not say where that was, and an answer by place would.
   */
  public boolean covers(RecordChange change, Facts record) {
    boolean asked =
        among(kinds, change.kind())
            && among(changes, change.change())
            && among(records, change.ref().globalId());
    return asked
        && (change.change() == ChangeKind.WITHDRAWN
            || meets(organisations, record.texts(Attribute.ORGANISATION))
                && meets(regions, record.texts(Attribute.REGION_PATH)));
  }

  private static <T> boolean among(Set<T> wanted, T found) {
    return wanted.isEmpty() || wanted.contains(found);
  }

  private static boolean meets(Set<String> wanted, Set<String> found) {
    return wanted.isEmpty() || !Collections.disjoint(wanted, found);
  }
}
