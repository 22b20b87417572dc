package org.heliograph.planted.caseoutcome;

import org.heliograph.planted.subsidy.Feature;

/** Features know each other only towards poweritem and statute. */
public final class UsesSubsidy {
  Feature feature = new Feature();
}
