package org.heliograph.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.heliograph.store.ReferenceWriter.Refused;

/** Finds the rows of a batch that a writer of reference data refused by their codes. */
public final class Refusals {
  private Refusals() {}

  public static <T> List<ImportKind.Refusal> of(
      List<Refused> refused, List<T> batch, Function<T, String> code) {
    var refusals = new ArrayList<ImportKind.Refusal>();
    for (Refused each : refused) {
      for (int i = 0; i < batch.size(); i++) {
        if (code.apply(batch.get(i)).equals(each.code())) {
          refusals.add(new ImportKind.Refusal(i, each.field(), each.reason()));
          break;
        }
      }
    }
    return refusals;
  }
}
