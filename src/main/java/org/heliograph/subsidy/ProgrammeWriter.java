package org.heliograph.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.heliograph.record.ReferenceType;
import org.heliograph.store.RecordUsage;
import org.heliograph.store.ReferenceStore;
import org.heliograph.store.ReferenceWriter;
import org.heliograph.store.ReferenceWriter.Outcome;
import org.heliograph.store.ReferenceWriter.Refused;
import org.heliograph.store.ReferenceWriter.Saved;
import org.hibernate.StatelessSession;

/** Saves programmes by code. */
@ApplicationScoped
public class ProgrammeWriter {
  static final ReferenceType<SubsidyProgramme> TYPE =
      new ReferenceType<>(
          SubsidyProgramme.class,
          "subsidy_programme",
          programme -> programme.code,
          SubsidyProgramme::content,
          Map.of(
              "code", "code",
              "category", "category",
              "organisation", "organisation",
              "region", "region",
              "publicityRule", "publicity_rule"));

  private final ReferenceStore references;
  private final ReferenceWriter writer;
  private final RecordUsage usage;
  private final SubsidyBeneficiaryType beneficiaries;

  public ProgrammeWriter(
      ReferenceStore references,
      ReferenceWriter writer,
      RecordUsage usage,
      SubsidyBeneficiaryType beneficiaries) {
    this.references = references;
    this.writer = writer;
    this.usage = usage;
    this.beneficiaries = beneficiaries;
  }

  /**
   * Saves a batch in one transaction. A programme whose list was already brought in under another
   * publicity rule is refused: the names in that list would go on to be shown by the old rule.
   *
   * @param extra runs in the same transaction
   */
  public Outcome save(
      List<SubsidyProgramme> programmes, BiConsumer<StatelessSession, Saved> extra) {
    var known = references.byCodes(TYPE, programmes.stream().map(each -> each.code).toList());
    var changed = new HashSet<String>();
    for (SubsidyProgramme programme : programmes) {
      SubsidyProgramme before = known.get(programme.code);
      if (before != null && before.publicityRule != programme.publicityRule) {
        changed.add(programme.code);
      }
    }
    var listed = usage.inUse(beneficiaries, "programme", changed);
    var accepted = new ArrayList<SubsidyProgramme>();
    var refused = new ArrayList<Refused>();
    for (SubsidyProgramme programme : programmes) {
      if (listed.contains(programme.code)) {
        refused.add(
            new Refused(
                programme.code,
                "publicityRule",
                "its list was brought in under another rule: bring the programme under a new code"));
      } else {
        accepted.add(programme);
      }
    }
    return new Outcome(writer.save(TYPE, accepted, extra), refused);
  }
}
