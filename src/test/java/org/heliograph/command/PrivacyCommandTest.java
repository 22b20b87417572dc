package org.heliograph.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyCommandTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  @TempDir private Path directory;

  private Exit run(boolean measure, Path... files) {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new PrivacyCommand(out, out).run(new CommandLine.Privacy(List.of(files), measure));
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void findings_are_printed_with_their_place_and_without_their_value() throws Exception {
    Path file = file("a.txt", "公示\n电话13800123456");
    assertEquals(Exit.PERSONAL_DATA, run(false, file));
    assertTrue(said().contains("line 2, characters 2 to 13: MOBILE HIGH 电话：【手机号码已隐去】"), said());
    assertFalse(said().contains("00123456"), said());
  }

  @Test
  void nothing_found_and_a_refused_file_end_differently() throws Exception {
    assertEquals(Exit.DONE, run(false, file("a.txt", "公示")));
    assertEquals(Exit.FAILED, run(false, file("a.pdf", "no pdf")));
    assertTrue(said().contains("refused, MISLABELLED: the file is not what"), said());
    assertEquals(Exit.FAILED, run(false, directory.resolve("missing.txt")));
    assertTrue(said().contains("missing.txt does not exist."), said());
  }

  @Test
  void a_planted_set_is_measured_and_a_wrong_line_is_named() throws Exception {
    Path set =
        file(
            "set.jsonl",
            """
            {"text":"电话13800123456","expect":[{"category":"MOBILE","value":"13800123456"}]}
            {"text":"车号ABC","expect":[{"category":"LICENCE_PLATE","value":"ABC"}]}
            {"text":"手机13800123457","expect":[]}
            """);
    assertEquals(Exit.DONE, run(true, set));
    assertTrue(said().contains("sample 2: missed LICENCE_PLATE"), said());
    assertTrue(said().contains("sample 3: false alarm of MOBILE"), said());
    assertTrue(said().matches("(?s).*overall +2 +1 +1 +0 +0\\.5000 +0\\.5000.*"), said());
    assertEquals(Exit.FAILED, run(true, file("b.jsonl", "{\"text\":\"a\",\"expect\":[{}]}")));
    assertTrue(said().contains("line 1 of b.jsonl is no sample"), said());
  }
}
