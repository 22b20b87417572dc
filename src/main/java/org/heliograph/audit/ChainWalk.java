package org.heliograph.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.heliograph.audit.AuditVerification.Head;
import org.heliograph.audit.AuditVerification.Outcome;
import org.heliograph.shared.Sha256;
import org.jspecify.annotations.Nullable;

/** Walks the entries chain by chain and notes what does not fit. */
final class ChainWalk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Map<String, Head> kept;
  private final Map<String, Head> heads = new TreeMap<>();
  private final Map<String, Head> ends = new HashMap<>();
  private final Map<Long, String> blanked = new HashMap<>();
  private final Set<Long> erased = new HashSet<>();
  private final Set<String> met = new HashSet<>();
  private final List<String> findings = new ArrayList<>();
  private long entries;

  ChainWalk(Map<String, Head> kept) {
    this.kept = kept;
  }

  void expect(Head head) {
    heads.put(head.chain(), head);
  }

  void visit(ResultSet row) throws SQLException {
    entries++;
    String chain = row.getString("chain");
    long position = row.getLong("position");
    String hash = row.getString("hash");
    String name = "entry %d (%s)".formatted(row.getLong("id"), place(chain, position));
    Head before = ends.getOrDefault(chain, new Head(chain, 0, ""));
    if (row.getObject("position") == null || hash == null) {
      findings.add(name + " was inserted: it has no place in a chain");
      return;
    }
    link(row, name, before);
    content(row, name);
    ends.put(chain, new Head(chain, position, hash));
    Head known = kept.get(chain);
    if (known != null && known.position() == position) {
      met.add(chain);
      if (!known.hash().equals(hash)) {
        findings.add(name + " is not the entry that stood there when the heads were kept");
      }
    }
  }

  private void link(ResultSet row, String name, Head before) throws SQLException {
    long position = row.getLong("position");
    for (long gap = before.position() + 1; gap < position; gap++) {
      findings.add("the entry at %s was removed".formatted(place(row.getString("chain"), gap)));
      if (gap - before.position() == 10) {
        findings.add("and so on up to position " + (position - 1));
        break;
      }
    }
    if (position <= before.position()) {
      findings.add(name + " was inserted: its place is taken");
    } else if (position == before.position() + 1
        && !before.hash().equals(row.getString("previous"))) {
      findings.add(name + " does not follow the entry before it: one of the two was exchanged");
    }
  }

  private void content(ResultSet row, String name) throws SQLException {
    String expected =
        Sha256.hex(
            ChainText.of(
                row.getString("chain"),
                row.getLong("position"),
                row.getString("previous"),
                row.getLong("at"),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("organisation"),
                row.getString("kind"),
                row.getObject("record_id"),
                row.getObject("revision"),
                row.getObject("edition"),
                row.getString("code"),
                row.getString("transition"),
                row.getString("request_id"),
                row.getString("address_class"),
                row.getString("detail_hash"),
                row.getInt("rows_count"),
                row.getString("rows_hash")));
    if (!expected.equals(row.getString("hash"))) {
      findings.add(name + " was edited");
    }
    detail(row, name);
    String rows = row.getString("rows_text");
    if (row.getInt("rows_count") != row.getLong("rows_there")
        || !Objects.equals(rows == null ? null : Sha256.hex(rows), row.getString("rows_hash"))) {
      findings.add(name + " no longer has the rows that it was written with");
    }
  }

  private void detail(ResultSet row, String name) throws SQLException {
    String detail = row.getString("detail");
    if (!row.getBoolean("detailed")) {
      findings.add(name + " has lost its detail");
    } else if (detail == null) {
      blanked.put(row.getLong("id"), name);
    } else if (!Sha256.hex(ChainText.of(row.getString("salt"), detail))
        .equals(row.getString("detail_hash"))) {
      findings.add(name + " has a detail that was edited");
    } else if (row.getString("transition").equals("ERASE_TRAIL")) {
      erased.addAll(ids(detail));
    }
  }

  private static List<Long> ids(@Nullable String detail) {
    try {
      var all = new ArrayList<Long>();
      for (JsonNode id : JSON.readTree(detail).path("blanked")) {
        all.add(id.asLong());
      }
      return all;
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  Outcome end() {
    blanked.forEach((id, name) -> {
      if (!erased.contains(id)) {
        findings.add(name + " has a blank detail that no erasure accounts for");
      }
    });
    var chains = new HashSet<>(heads.keySet());
    chains.addAll(ends.keySet());
    chains.addAll(kept.keySet());
    for (String chain : chains.stream().sorted().toList()) {
      Head end = ends.getOrDefault(chain, new Head(chain, 0, ""));
      Head head = heads.get(chain);
      if (head == null) {
        findings.add("the head of chain %s was removed".formatted(name(chain)));
      } else if (!head.equals(end)) {
        findings.add(
            "chain %s should end at position %d and ends at %d with another entry"
                .formatted(name(chain), head.position(), end.position()));
      }
      if (kept.containsKey(chain) && !met.contains(chain)) {
        findings.add(
            "chain %s once had an entry at position %d: its end was cut off"
                .formatted(name(chain), Objects.requireNonNull(kept.get(chain)).position()));
      }
    }
    return new Outcome(entries, List.copyOf(heads.values()), List.copyOf(findings));
  }

  private static String place(String chain, long position) {
    return "chain %s, position %d".formatted(name(chain), position);
  }

  private static String name(String chain) {
    return chain.isEmpty() ? "(common)" : chain;
  }
}
