package org.heliograph.analytics;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.directory.NameSource;

/** Holds back questions that name a person, however many ask. */
@ApplicationScoped
class PersonGate {
  private final List<NameSource> sources;

  PersonGate(@All List<NameSource> sources) {
    this.sources = sources;
  }

  List<Told> withoutNames(List<Told> all) {
    if (all.stream().allMatch(each -> each.question().equals(Told.ALL))) {
      return all;
    }
    List<String> known = known();
    Map<String, Boolean> held = new HashMap<>();
    // what is opened was found: of such a question nothing else says whether it is a name
    all.forEach(each -> {
      boolean nothing = each instanceof Told.Asked asked && asked.nothing() > 0;
      if (!each.question().equals(Told.ALL) && !held.getOrDefault(each.question(), false)) {
        held.put(each.question(), PersonNames.in(each.question(), known, nothing));
      }
    });
    return all.stream().filter(each -> !held.getOrDefault(each.question(), false)).toList();
  }

  /** The longest first: 清源县 stands in 清源县民政局. */
  private List<String> known() {
    var known = new ArrayList<String>();
    for (NameSource source : sources) {
      for (NameSource.Name name : source.names()) {
        known.add(name.name());
        Optional.ofNullable(name.other()).ifPresent(known::add);
      }
    }
    known.removeIf(name -> name.length() < 2);
    known.sort(Comparator.comparingInt(String::length).reversed());
    return known;
  }
}
