package org.heliograph.embedded.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places and the offices: 44 organisations of the county, 36 townships, 400 villages. */
final class County {
  static final String CODE = "990121000000";
  private static final int VILLAGES = 400;

  /** A place. */
  record Place(String code, String name, String parent) {}

  private final List<Office> departments = new ArrayList<>();
  private final List<Office> townships = new ArrayList<>();
  private final List<Office> villages = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  County(Vocabulary words) {
    for (String line : words.lines("departments")) {
      departments.add(Office.department(Vocabulary.fields(line)));
    }
    List<String> objects = words.list("townshipObjects");
    List<String> names = villageNames(words);
    List<String> lines = words.lines("townships");
    int next = 0;
    for (int t = 0; t < lines.size(); t++) {
      String[] fields = Vocabulary.fields(lines.get(t));
      String code = "990121" + (101 + t) + "000";
      places.add(new Place(code, fields[0], CODE));
      townships.add(Office.township(code, fields[0], objects));
      Map<String, String> own = new LinkedHashMap<>();
      for (String shared : Vocabulary.words(fields.length > 1 ? fields[1] : "")) {
        own.put(shared.substring(0, 3), shared.substring(4));
      }
      int wanted = VILLAGES / lines.size() + (t < VILLAGES % lines.size() ? 1 : 0);
      for (int number = 201; own.size() < wanted; number++) {
        if (!own.containsKey(Integer.toString(number))) {
          own.put(Integer.toString(number), names.get(next++));
        }
      }
      String township = fields[0];
      own.forEach((number, name) -> addVillage(code, township, number, name));
    }
  }

  private void addVillage(String township, String townshipName, String number, String name) {
    String code = township.substring(0, 9) + number;
    places.add(new Place(code, name, township));
    villages.add(Office.village(code, townshipName, name));
  }

  private static List<String> villageNames(Vocabulary words) {
    Set<String> taken = new HashSet<>();
    for (String line : words.lines("townships")) {
      for (String shared : Vocabulary.words(line.contains("|") ? line.split("\\|")[1] : "")) {
        taken.add(shared.substring(4));
      }
    }
    List<String> heads = words.list("villageHeads");
    List<String> tails = words.list("villageTails");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < heads.size() * tails.size(); i++) {
      // a walk that changes head and tail at once, so that neighbours do not rhyme
      String name = heads.get(i % heads.size()) + tails.get((i + i / heads.size()) % tails.size());
      if (taken.add(name)) {
        names.add(name);
      }
    }
    return names;
  }

  List<Office> departments() {
    return departments;
  }

  List<Office> townships() {
    return townships;
  }

  List<Office> villages() {
    return villages;
  }

  /** Departments that have powers, by weight. */
  int[] weights() {
    return departments.stream().mapToInt(Office::weight).toArray();
  }

  void write(Plan plan) throws IOException {
    try (JsonLines regions = new JsonLines(plan.out(), "regions")) {
      place(regions, new Place("990000000000", "云岭省", ""));
      place(regions, new Place("990100000000", "澄州市", "990000000000"));
      place(regions, new Place(CODE, "清源县", "990100000000"));
      places.forEach(place -> place(regions, place));
    }
    try (JsonLines organisations = new JsonLines(plan.out(), "organisations")) {
      departments.forEach(office -> organisations.write(office.row()));
      townships.forEach(office -> organisations.write(office.row()));
      villages.forEach(office -> organisations.write(office.row()));
    }
  }

  private static void place(JsonLines regions, Place place) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", place.code());
    row.put("name", place.name());
    if (!place.parent().isEmpty()) {
      row.put("parent", place.parent());
    }
    regions.write(row);
  }
}
