package org.heliograph.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * One column of an export, described once for the files, their dictionary and the dumps.
 *
 * @param name heading in English; key in JSON Lines
 * @param heading heading in Chinese
 * @param fieldClass who may read it; the view that the value comes from sees to that, row by row
 * @param words the closed set of words of a WORD column
 * @param value reads the value from a view; null for an empty cell
 * @param text joins the value of a NESTED column for a table
 */
public record ExportColumn<V>(
    String name,
    String heading,
    String description,
    CellType type,
    FieldClass fieldClass,
    List<Word> words,
    Function<V, @Nullable Object> value,
    Function<Object, String> text) {

  /** One value that a WORD column may have. */
  public record Word(String name, String description) {}

  public ExportColumn {
    words = List.copyOf(words);
  }

  static List<Word> words(Class<?> type) {
    if (!type.isEnum()) {
      return List.of();
    }
    return Arrays.stream(type.getFields())
        .filter(java.lang.reflect.Field::isEnumConstant)
        .map(constant -> {
          Description description = constant.getAnnotation(Description.class);
          return new Word(constant.getName(), description == null ? "" : description.value());
        })
        .toList();
  }

  /** The words with what they mean, for the dictionary. */
  String wordList() {
    return words.stream()
        .map(word ->
            word.description().isEmpty() ? word.name() : word.name() + " " + word.description())
        .collect(Collectors.joining("; "));
  }
}
