package org.heliograph.record;

/**
 * How rows of a kind vouch for each other. Where two laws say nearly the same, the one that others
 * cite is what people look for.
 *
 * @param named the field with the name that a row goes by
 * @param names the field with the names that it cites
 */
public record Renown(String named, String names) {}
