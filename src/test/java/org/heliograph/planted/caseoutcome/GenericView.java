package org.heliograph.planted.caseoutcome;

/** The type argument would become a type of the schema. */
public final class GenericView<T> {
  T row;

  GenericView(T row) {
    this.row = row;
  }
}
