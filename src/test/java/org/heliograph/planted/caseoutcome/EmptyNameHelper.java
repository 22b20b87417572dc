package org.heliograph.planted.caseoutcome;

/** A name that says nothing. */
public final class EmptyNameHelper {}
