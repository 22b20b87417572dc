package org.heliograph.embedded.sample;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The closed sets of the import formats, by kind and path of the field. */
final class Words {
  static final Map<String, Set<String>> CLOSED = new TreeMap<>();

  static {
    for (String kind : SampleFiles.RECORDS) {
      CLOSED.put(kind + ".audience", Set.of("PUBLIC", "INTERNAL", "RESTRICTED"));
      CLOSED.put(kind + ".stage", Set.of("DRAFT"));
    }
    Set<String> manner = Set.of("ACTIVE", "ON_REQUEST");
    Set<String> unit = Set.of("WORKING_DAY", "NATURAL_DAY");
    Set<String> grade = Set.of("A", "B", "C");
    CLOSED.put(
        "organisations.kind", Set.of("GOVERNMENT", "PARTY", "TOWNSHIP", "VILLAGE", "INSTITUTION"));
    CLOSED.put("programmes.publicityRule", Set.of("FULL", "MASKED", "HIDDEN"));
    CLOSED.put(
        "power-items.category",
        Set.of(
            "LICENSING",
            "PENALTY",
            "COERCION",
            "LEVY",
            "PAYMENT",
            "INSPECTION",
            "CONFIRMATION",
            "REWARD",
            "ADJUDICATION",
            "OTHER",
            "PUBLIC_SERVICE",
            "PRELIMINARY_REVIEW",
            "RECHECK",
            "MANAGEMENT",
            "DECISION",
            "POLICY"));
    CLOSED.put(
        "power-items.level",
        Set.of("NATIONAL", "PROVINCIAL", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE"));
    CLOSED.put("power-items.source", Set.of("STATUTORY", "DELEGATED", "AUTHORISED", "ENTRUSTED"));
    CLOSED.put("power-items.state", Set.of("IN_FORCE", "ADJUSTED", "DELEGATED", "CANCELLED"));
    CLOSED.put("power-items.grade", grade);
    CLOSED.put("power-items.manner", manner);
    CLOSED.put("power-items.riskPoints.grade", grade);
    CLOSED.put("power-items.statutoryLimit.unit", unit);
    CLOSED.put("power-items.promisedLimit.unit", unit);
    CLOSED.put("power-items.steps.limit.unit", unit);
    CLOSED.put(
        "power-items.steps.clockStops",
        Set.of(
            "SUPPLEMENT",
            "SUPERIOR_REVIEW",
            "HEARING",
            "EXPERT_REVIEW",
            "INSPECTION_TEST",
            "PUBLICITY"));
    CLOSED.put(
        "disclosures.category",
        Set.of(
            "VILLAGE_AFFAIRS",
            "VILLAGE_FINANCE",
            "THREE_ASSETS",
            "PARTY_AFFAIRS",
            "MAJOR_DECISIONS",
            "GOVERNMENT_PROJECTS",
            "PROCUREMENT",
            "BUDGETS",
            "SUBSIDIES",
            "SOCIAL_RELIEF",
            "PERSONNEL",
            "POLICY",
            "HANDLING",
            "ENFORCEMENT"));
    CLOSED.put("disclosures.manner", manner);
    CLOSED.put(
        "disclosures.form",
        Set.of("GENERAL", "DECISION", "PROJECT", "CONTRACT", "ACCOUNT", "STATISTICS"));
    CLOSED.put(
        "disclosures.decision.matter",
        Set.of("MAJOR_DECISION", "APPOINTMENT", "PROJECT", "LARGE_SUM"));
    CLOSED.put("subsidy-beneficiaries.status", Set.of("PAID", "SUSPENDED", "STOPPED", "RETURNED"));
    CLOSED.put("subsidy-beneficiaries.cadreRelation", Set.of("NONE", "CADRE", "RELATIVE"));
    CLOSED.put("case-outcomes.type", Set.of("DISCIPLINE", "ADMINISTRATIVE_PENALTY", "JUDICIAL"));
    CLOSED.put("case-outcomes.respondentKind", Set.of("PERSON", "ORGANISATION"));
  }

  private Words() {}
}
