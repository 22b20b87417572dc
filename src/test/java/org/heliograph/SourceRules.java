package org.heliograph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules over source files, which no class file can tell. Each returns what breaks it. */
final class SourceRules {
  private SourceRules() {}

  static List<String> longerThan(int lines, Path root) throws IOException {
    return files(root, file -> file.toString().endsWith(".java") && count(file) > lines);
  }

  /** Packages without a package-info that says what they are for and holds them to null checks. */
  static List<String> packagesWithoutWords(Path root) throws IOException {
    return files(
        root,
        directory -> {
          if (!Files.isDirectory(directory) || !holdsSources(directory)) {
            return false;
          }
          Path info = directory.resolve("package-info.java");
          if (!Files.exists(info)) {
            return true;
          }
          String text = read(info);
          return !text.contains("/**") || !text.contains("NullMarked");
        });
  }

  private static boolean holdsSources(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> files(Path root, Predicate<Path> breaks) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(breaks).map(path -> root.relativize(path).toString()).sorted().toList();
    }
  }

  private static long count(Path file) {
    return read(file).lines().count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
