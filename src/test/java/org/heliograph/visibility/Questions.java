package org.heliograph.visibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a viewer can ask of lists, totals, links, codes and ids. Each question has a
 * name, so that a failure says which one leaked.
 */
final class Questions {
  static final String WRONG_CURSOR = "a list with a wrong cursor";

  private static final String COMMON =
      "id kind code title organisation{code name} region{code name} audience stage revision publishedAt changedAt expiresAt changeNote attachments{file name note audience path unread}";

  private Questions() {}

  private record Listing(String field, String own, List<String> filters, List<String> sorts) {}

  private static final List<Listing> LISTS =
      List.of(
          new Listing(
              "powerItems",
              "category grade contactPhone reviewRemark conditions legalBases{law article statuteArticle{code}}"
                  + " steps{key name content handlerPhone riskPoints{code grade measures{description}} supervisionPoints{code}}",
              List.of("categories:[PAYMENT]", "grades:[A]", "states:[IN_FORCE]"),
              List.of("CODE", "PUBLISHED_AT")),
          new Listing(
              "disclosures",
              "category period remark fiveDisclosures{content basis}",
              List.of("categories:[SOCIAL_RELIEF]", "periods:[\"2026-Q1\"]"),
              List.of("CODE", "PUBLISHED_AT")),
          new Listing(
              "subsidyBeneficiaries",
              "shownName fullName bankTail amount paidOn year programme{code name}",
              List.of("years:[2026]", "programmes:[\"TW-DB\"]", "amountFrom:\"1000\""),
              List.of("AMOUNT", "PAID_ON")),
          new Listing(
              "caseOutcomes",
              "type respondent respondentName remark facts documentNumber decidedOn",
              List.of("types:[ADMINISTRATIVE_PENALTY]", "exposure:false"),
              List.of("DECIDED_ON", "CODE")));

  /** Of these only which rows they let through: what the rows say is asked otherwise. */
  private static final List<String> NARROWING =
      List.of(
          "regions:[\"990121000000\"]",
          "regions:[\"990121101000\"]",
          "regions:[\"000000000000\"]",
          "stages:[DRAFT]",
          "stages:[IN_REVIEW]",
          "stages:[PUBLISHED]",
          "stages:[WITHDRAWN]",
          "stages:[EXPIRED]",
          "stages:[SUPERSEDED]",
          "audiences:[PUBLIC]",
          "audiences:[INTERNAL]",
          "audiences:[RESTRICTED]",
          "publishedFrom:\"2026-01-01T00:00:00Z\"");

  private static String rows(Listing list, String filter, String fields) {
    return "%s(first:100%s){totalCount nodes{%s}}".formatted(list.field(), where(filter), fields);
  }

  private static List<String> narrowed(Listing list) {
    return NARROWING.stream().map(filter -> rows(list, filter, "code")).toList();
  }

  private static List<String> sorted(Listing list, String sort) {
    var questions = new ArrayList<String>();
    for (String direction : List.of("ASCENDING", "DESCENDING")) {
      for (String side : List.of("first", "last")) {
        questions.add(
            ("%s(%s:7, sort:{by:%s,direction:%s}){totalCount pageInfo{hasNextPage hasPreviousPage startCursor endCursor}"
                    + " edges{cursor node{code}}}")
                .formatted(list.field(), side, sort, direction));
      }
    }
    return questions;
  }

  /** Several in one document: each request by itself costs as much as a short list. */
  private static String together(List<String> questions) {
    var document = new StringBuilder("{");
    for (int i = 0; i < questions.size(); i++) {
      document.append(" q").append(i).append(": ").append(questions.get(i));
    }
    return document.append('}').toString();
  }

  /** All list questions, by name. */
  static Map<String, String> lists() {
    var all = new LinkedHashMap<String, String>();
    for (Listing list : LISTS) {
      var filters = new ArrayList<>(list.filters());
      filters.add("");
      filters.add("regions:[\"990121101201\"]");
      filters.add("organisations:[\"QY-MZJ\"]");
      filters.add("organisations:[\"QY-GAJ\"]");
      for (String filter : filters) {
        all.put(
            list.field() + " where " + (filter.isEmpty() ? "anything" : filter),
            "{" + rows(list, filter, COMMON + " " + list.own()) + "}");
      }
      all.put(list.field() + " narrowed", together(narrowed(list)));
      for (String sort : list.sorts()) {
        all.put(list.field() + " by " + sort, together(sorted(list, sort)));
      }
    }
    for (String by : List.of("PROGRAMME", "YEAR", "COUNTY", "TOWNSHIP", "VILLAGE", "STATUS")) {
      all.put(
          "subsidySummary by " + by, "{subsidySummary(groupBy:[" + by + "]){groups{count sum}}}");
    }
    all.put("statuteArticles", "{statuteArticles(first:20){totalCount nodes{code law article}}}");
    all.put("organisations", "{organisations(first:100){totalCount nodes{code name}}}");
    all.put("regions", "{regions(first:100){totalCount nodes{code name}}}");
    all.put("subsidyProgrammes", "{subsidyProgrammes(first:100){totalCount nodes{code name}}}");
    all.put(WRONG_CURSOR, "{powerItems(after:\"AAAA\"){totalCount}}");
    return all;
  }

  /** Files to take away, by address. */
  static List<String> exports() {
    var all = new ArrayList<String>();
    for (String ending : List.of("csv", "jsonl")) {
      for (String word :
          List.of("power-items", "disclosures", "subsidy-beneficiaries", "case-outcomes")) {
        String file = word + "." + ending;
        all.add(file);
        all.add(file + "?regions=990121101000&sort=CODE");
        all.add(file + "?organisations=QY-GAJ&audiences=RESTRICTED&audiences=INTERNAL");
        all.add(file + "?stages=DRAFT&stages=PUBLISHED&sort=PUBLISHED_AT&direction=ASCENDING");
      }
      all.add("search." + ending + "?text=%E4%BD%8E%E4%BF%9D&sort=CODE");
      all.add("search." + ending + "?text=%E4%BD%8E%E4%BF%9D&sort=NEWEST&regions=990121101000");
      all.add("subsidy-summary." + ending + "?groupBy=VILLAGE&groupBy=STATUS");
    }
    all.add("/feed.atom?text=%E4%BD%8E%E4%BF%9D&regions=990121101000");
    all.add("/feed.json?kinds=CASE_OUTCOME&kinds=DISCLOSURE");
    all.add("/feed.json?organisations=QY-GAJ");
    return all;
  }

  private static String where(String filter) {
    return filter.isEmpty() ? "" : ", filter:{" + filter + "}";
  }

  private static final String HITS =
      "edges{node{id kind code title attachments{name} ... on PowerItem{contactPhone reviewRemark} ... on Disclosure{remark}"
          + " ... on SubsidyBeneficiary{fullName} ... on CaseOutcome{respondentName remark}} highlights{field fragments} passages{file name path place fragment}}";

  private static final String FACETS =
      " facets:[KIND,ORGANISATION,REGION,CATEGORY,CATEGORY_TREE,YEAR,LEVEL,GRADE,STATE,PROGRAMME,CASE_TYPE,VIOLATION_CATEGORY,LAW]";

  /** All search questions in an order that hidden rows must not move, by name. */
  static Map<String, String> searches() {
    var all = new LinkedHashMap<String, String>();
    for (String text :
        List.of("低保", "最低生活保障 公示", "补贴发放审核", "欧阳", "示例法第一条", "低保ANONYMOUS", "TW-B", "")) {
      for (String sort : List.of("NEWEST", "OLDEST", "CODE")) {
        all.put(
            "search " + text + " by " + sort,
            "{search(text:\""
                + text
                + "\" sort:"
                + sort
                + " first:100"
                + FACETS
                + "){totalCount facets{name buckets{value label count}} pageInfo{hasNextPage} "
                + HITS
                + "}}");
      }
      for (String sort : List.of("NEWEST", "LARGEST")) {
        all.put(
            "search " + text + " grouped by " + sort,
            "{search(text:\""
                + text
                + "\" sort:"
                + sort
                + " groupAlike:true first:100 histograms:[PUBLISHED,PAID,DECIDED,AMOUNT]){totalCount histograms{columns{from count}}"
                + " shortcut{record{code} region{code} organisation{code}} pageInfo{hasNextPage} edges{alike node{kind code title}}}}");
      }
    }
    // a word of both worlds, one of the hidden records alone, and everything
    for (String text : List.of("低保", "TW-B", "")) {
      for (String filter :
          List.of(
              "regions:[\"990121101000\"]",
              "organisations:[\"QY-GAJ\"]",
              "amountFrom:\"1000\"",
              "stages:[DRAFT]",
              "audiences:[RESTRICTED]",
              "years:[2026]",
              "categories:[\"PAYMENT\"]",
              "categoryPaths:[\"DISCLOSURE/WELFARE\"]",
              "programmes:[\"TW-DB\"]")) {
        all.put(
            "search " + text + " where " + filter,
            "{search(text:\""
                + text
                + "\" sort:CODE first:100 filter:{"
                + filter
                + "}"
                + FACETS
                + "){totalCount facets{name buckets{value label count}} "
                + HITS
                + "}}");
      }
    }
    for (String text : List.of("jidugongshi", "jiduqongshi", "低保 鑫鑫鑫", "低保")) {
      all.put(
          "nearest to " + text,
          "{search(text:\""
              + text
              + "\" filter:{years:[2026] organisations:[\"QY-GAJ\"] publishedFrom:\"2030-01-01T00:00:00Z\"}){nearest{change text dropped totalCount}}}");
      all.put(
          "nearest to " + text + " without filters",
          "{search(text:\"" + text + "\" first:1){nearest{change text dropped totalCount}}}");
    }
    for (String text :
        List.of(
            "低",
            "低保",
            "季度公示",
            "补贴发放",
            "d",
            "db",
            "dibao",
            "jidu",
            "dibapjidu",
            "diabo",
            "TW-B",
            "B")) {
      all.put(
          "suggestions for " + text,
          "{suggestions(text:\"" + text + "\" first:20){text kind code recordKind count}}");
    }
    return all;
  }

  /**
   * Search questions ordered by relevance: the same for whoever reads the public tier, once both
   * worlds' segments are merged.
   */
  static Map<String, String> ranked() {
    var all = new LinkedHashMap<String, String>();
    for (String text : List.of("低保", "低保补贴发放审核公示", "某公司", "受理 审核")) {
      all.put(
          "ranked " + text,
          "{search(text:\""
              + text
              + "\" first:100){totalCount edges{node{code} highlights{field fragments}}}}");
    }
    return all;
  }

  /** What is asked of one code, of whatever kind; a part of a question. */
  static String ofCode(String kind, String code) {
    return "record(kind:"
        + kind
        + ",code:\""
        + code
        + "\"){... on Record{"
        + COMMON
        + "} ... on Tombstone{id withdrawal{kind reason at successorId}}}";
  }
}
