package org.heliograph.privacy;

/** Finds one category. Its work per character is bounded, whatever the text is. */
interface Detector {
  void find(ScannedText text, Hits hits);
}
