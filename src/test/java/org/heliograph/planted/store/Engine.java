package org.heliograph.planted.store;

/** Something for others to depend on. */
public final class Engine {}
