package org.heliograph.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.heliograph.shared.RegionCode;
import org.jspecify.annotations.Nullable;

/** A division 行政区划 with its 12-digit code and the names of all above it. */
@Entity
@Table(name = "region")
public class Region {
  @Id public String code;
  public String name;

  @Enumerated(EnumType.STRING)
  public RegionCode.Level level;

  public @Nullable String parent;

  /** Names from the province down, joined by a slash. */
  @Column(name = "path_name")
  public String pathName;

  /** A division below another; the nation's name is left out of paths. */
  static Region of(RegionCode code, String name, Region parent) {
    var region = new Region();
    region.code = code.value();
    region.name = name;
    region.level = code.level();
    region.parent = parent.code;
    region.pathName = parent.level == RegionCode.Level.NATION ? name : parent.pathName + "/" + name;
    return region;
  }
}
