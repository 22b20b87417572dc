package org.heliograph.embedded.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each component under its stock name, in the running node; the expected tokens are those of a
 * stock distribution.
 */
class StockAnalysisIT {

  private static final String URL = System.getenv("HELIOGRAPH_SEARCH_PUBLIC_URL");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void cjk_bigram_joins_neighbouring_characters() throws Exception {
    assertEquals(
        List.of("最低", "低生", "生活", "活保", "保障"),
        tokens("\"tokenizer\":\"standard\",\"filter\":[\"cjk_bigram\"]", "最低生活保障"));
  }

  @Test
  void cjk_bigram_can_keep_the_characters_and_leave_out_scripts() throws Exception {
    assertEquals(
        List.of("低", "低保", "保"),
        tokens(
            "\"tokenizer\":\"standard\",\"filter\":[{\"type\":\"cjk_bigram\",\"output_unigrams\":true}]",
            "低保"));
    assertEquals(
        List.of("低", "保"),
        tokens(
            "\"tokenizer\":\"standard\",\"filter\":[{\"type\":\"cjk_bigram\",\"ignored_scripts\":[\"han\"]}]",
            "低保"));
  }

  @Test
  void cjk_width_makes_full_width_letters_plain() throws Exception {
    assertEquals(
        List.of("ab12"),
        tokens("\"tokenizer\":\"standard\",\"filter\":[\"cjk_width\",\"lowercase\"]", "ＡＢ１２"));
  }

  @Test
  void keyword_and_whitespace_tokenizers_cut_as_their_names_say() throws Exception {
    assertEquals(List.of("QY-MZJ 01"), tokens("\"tokenizer\":\"keyword\"", "QY-MZJ 01"));
    assertEquals(List.of("QY-MZJ", "01"), tokens("\"tokenizer\":\"whitespace\"", "QY-MZJ 01"));
  }

  @Test
  void edge_ngram_gives_the_beginnings() throws Exception {
    assertEquals(
        List.of("Q", "QY", "QY-"),
        tokens(
            "\"tokenizer\":\"keyword\",\"filter\":[{\"type\":\"edge_ngram\",\"min_gram\":1,\"max_gram\":3}]",
            "QY-MZJ"));
  }

  @Test
  void synonym_graph_adds_the_other_way_to_say_it() throws Exception {
    assertEquals(
        List.of("最", "低", "低", "生", "活", "保", "保", "障").stream().sorted().toList(),
        tokens(
                "\"tokenizer\":\"standard\",\"filter\":[{\"type\":\"synonym_graph\",\"synonyms\":[\"低保 => 低保, 最低生活保障\"]}]",
                "低保")
            .stream()
            .sorted()
            .toList());
  }

  @Test
  void mapping_and_pattern_replace_change_characters_before_the_tokenizer() throws Exception {
    assertEquals(
        List.of("第54条"),
        tokens(
            "\"tokenizer\":\"keyword\",\"char_filter\":[{\"type\":\"mapping\",\"mappings\":[\"五十四 => 54\",\"· => \"]}]",
            "第·五十四条"));
    assertEquals(
        List.of("2026/1"),
        tokens(
            "\"tokenizer\":\"keyword\",\"char_filter\":[{\"type\":\"pattern_replace\",\"pattern\":\"〔(\\\\d+)〕\",\"replacement\":\"$1/\"}]",
            "〔2026〕1"));
  }

  @Test
  void pattern_replace_length_trim_and_asciifolding_change_tokens() throws Exception {
    assertEquals(
        List.of("QYMZJ"),
        tokens(
            "\"tokenizer\":\"keyword\",\"filter\":[{\"type\":\"pattern_replace\",\"pattern\":\"-\",\"replacement\":\"\"}]",
            "QY-MZJ"));
    assertEquals(
        List.of("abc"),
        tokens(
            "\"tokenizer\":\"whitespace\",\"filter\":[{\"type\":\"length\",\"min\":2,\"max\":3}]",
            "a abc abcd"));
    assertEquals(
        List.of("a b"), tokens("\"tokenizer\":\"keyword\",\"filter\":[\"trim\"]", " a b "));
    assertEquals(
        List.of("cafe"), tokens("\"tokenizer\":\"keyword\",\"filter\":[\"asciifolding\"]", "café"));
  }

  @Test
  void a_normalizer_may_use_what_keeps_one_token_one_token() throws Exception {
    assertEquals(
        List.of("qy1"),
        tokens("\"char_filter\":[],\"filter\":[\"cjk_width\",\"lowercase\"]", "ＱＹ１"));
  }

  @Test
  void wrong_settings_are_refused() throws Exception {
    for (String analysis :
        List.of(
            "\"tokenizer\":\"keyword\",\"char_filter\":[{\"type\":\"mapping\",\"mappings\":[\"a b\"]}]",
            "\"tokenizer\":\"keyword\",\"filter\":[{\"type\":\"pattern_replace\"}]",
            "\"tokenizer\":\"standard\",\"filter\":[{\"type\":\"cjk_bigram\",\"ignored_scripts\":[\"latin\"]}]")) {
      assertEquals(400, analyse(analysis, "x").path("status").asInt(), analysis);
    }
  }

  private static List<String> tokens(String analysis, String text) throws Exception {
    JsonNode answer = analyse(analysis, text);
    List<String> tokens = new ArrayList<>();
    for (JsonNode token : answer.required("tokens")) {
      tokens.add(token.path("token").asText());
    }
    return tokens;
  }

  private static JsonNode analyse(String analysis, String text) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(URL + "/_analyze"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{" + analysis + ",\"text\":" + JSON.writeValueAsString(text) + "}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }
  }
}
