package org.heliograph.planted.shared;

import org.heliograph.planted.store.Engine;

/** The vocabulary must not know the store. */
public final class ReachesUp {
  Engine engine = new Engine();
}
