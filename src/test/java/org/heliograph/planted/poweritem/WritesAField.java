package org.heliograph.planted.poweritem;

import org.heliograph.poweritem.PowerItem;

/** Changes an entity from outside. */
public final class WritesAField {
  void change(PowerItem item) {
    item.title = "改";
  }
}
