package org.heliograph.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/**
 * A 12-digit division code (statistics bureau): 2 digits province, 4 city, 6 county, 9 township, 12
 * village, padded with zeros. {@code 000000000000} is the whole country.
 */
public record RegionCode(String value) {

  /** The levels in descending order; {@code digits} is how much of the code they fix. */
  @Enum("RegionLevel")
  @Description("Level of an administrative division.")
  public enum Level {
    @Description("全国 the whole country.")
    NATION(0),
    @Description("省级 province.")
    PROVINCE(2),
    @Description("地级 prefecture city.")
    CITY(4),
    @Description("县级 county.")
    COUNTY(6),
    @Description("乡级 township or subdistrict.")
    TOWNSHIP(9),
    @Description("村级 village or community.")
    VILLAGE(12);

    private final int digits;

    Level(int digits) {
      this.digits = digits;
    }
  }

  private static final Level[] LEVELS = Level.values();
  public static final RegionCode NATION = new RegionCode("000000000000");

  public RegionCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a division code has 12 digits");
    }
  }

  /** Empty for anything that is not a 12-digit code. */
  public static Optional<RegionCode> parse(String text) {
    return isValid(text) ? Optional.of(new RegionCode(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() == 12;
  }

  /** The highest level whose fixed digits hold all that is not zero. */
  public Level level() {
    int digits = value.length();
    while (digits > 0 && value.charAt(digits - 1) == '0') {
      digits--;
    }
    for (Level level : LEVELS) {
      if (digits <= level.digits) {
        return level;
      }
    }
    return Level.VILLAGE;
  }

  /** This code's ancestor (or itself) at a level; empty below its own level. */
  public Optional<RegionCode> at(Level level) {
    if (level.compareTo(level()) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new RegionCode(value.substring(0, level.digits) + "0".repeat(12 - level.digits)));
  }

  /** The highest code that a division below this one can have. */
  public String last() {
    int digits = level().digits;
    return value.substring(0, digits) + "9".repeat(12 - digits);
  }

  /** Province first, this code last; empty for the nation. */
  public List<RegionCode> path() {
    var path = new ArrayList<RegionCode>();
    for (Level level : Level.values()) {
      if (level != Level.NATION) {
        at(level).ifPresent(path::add);
      }
    }
    return List.copyOf(path);
  }
}
