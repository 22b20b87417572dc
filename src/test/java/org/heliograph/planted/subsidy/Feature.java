package org.heliograph.planted.subsidy;

/** Something for others to depend on. */
public final class Feature {}
