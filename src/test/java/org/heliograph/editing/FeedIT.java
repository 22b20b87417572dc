package org.heliograph.editing;

import static org.heliograph.editing.Clerk.move;
import static org.heliograph.editing.Clerk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heliograph.editing.Clerk.Typed;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Feeds of what was published. */
@QuarkusTest
class FeedIT {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private static JsonPath publish(String code, String title, Map<String, ?> more) {
    JsonPath draft =
        Clerk.run(
            Accounts.EDITOR,
            "draftDisclosure",
            Map.of("input", LifeIT.Kind.DISCLOSURE.input(code, title, more)));
    return move(
        Accounts.REVIEWER,
        "publish",
        move(Accounts.REVIEWER, "approve", move(Accounts.EDITOR, "submit", draft)));
  }

  private static String address(String form, String word) {
    return "/feed." + form + "?text=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  private static Document atom(Response answer) throws Exception {
    var parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray()));
  }

  @Test
  void a_publication_comes_to_its_readers_and_leaves_with_the_withdrawal() throws Exception {
    String word = "fw" + Long.toString(System.nanoTime(), 36);
    JsonPath published = publish(Desk.fresh("FD"), "订阅试验 <b>" + word + "</b>", Map.of());
    plot.awaitIndex();

    Response empty = Courier.as(Accounts.ANONYMOUS).get(address("json", word + "x"));
    assertEquals(200, empty.statusCode(), empty.asString());
    assertEquals(List.of(), empty.jsonPath().getList("items"));
    Response json = Courier.as(Accounts.ANONYMOUS).get(address("json", word));
    assertEquals("application/feed+json; charset=utf-8", json.contentType());
    assertEquals("https://jsonfeed.org/version/1.1", json.jsonPath().getString("version"));
    assertEquals(List.of("订阅试验 <b>" + word + "</b>"), json.jsonPath().getList("items.title"));
    assertEquals(
        List.of("urn:heliograph:record:" + published.getString("data.it.record.id")),
        json.jsonPath().getList("items.id"));
    String page = json.jsonPath().getString("items[0].url");
    assertTrue(
        Courier.as(Accounts.ANONYMOUS).get(page).asString().contains(word), "the page answers");

    Response answer = Courier.as(Accounts.ANONYMOUS).get(address("atom", word));
    assertEquals("application/atom+xml; charset=utf-8", answer.contentType());
    Document atom = atom(answer);
    assertEquals(1, atom.getElementsByTagNameNS(ATOM, "entry").getLength());
    assertEquals(
        "订阅试验 <b>" + word + "</b>",
        atom.getElementsByTagNameNS(ATOM, "title").item(1).getTextContent());
    for (String needed : List.of("id", "updated", "author", "summary", "published", "link")) {
      assertTrue(atom.getElementsByTagNameNS(ATOM, needed).getLength() > 0, needed);
    }
    Instant.parse(atom.getElementsByTagNameNS(ATOM, "updated").item(0).getTextContent());

    String etag = answer.header("ETag");
    assertEquals(
        304,
        Courier.as(Accounts.ANONYMOUS)
            .header("If-None-Match", etag)
            .get(address("atom", word))
            .statusCode());
    move(
        Accounts.REVIEWER,
        "withdraw",
        published,
        Map.of("kind", new Typed("WithdrawalKind!", "WITHDRAWN"), "reason", text("内容有误")));
    Response after =
        Courier.as(Accounts.ANONYMOUS).header("If-None-Match", etag).get(address("atom", word));
    assertEquals(200, after.statusCode());
    assertEquals(0, atom(after).getElementsByTagNameNS(ATOM, "entry").getLength());
  }

  @Test
  void a_feed_shows_what_its_reader_may_see() throws Exception {
    String word = "fw" + Long.toString(System.nanoTime(), 36);
    publish(Desk.fresh("FI"), "对内 " + word, Map.of("audience", "INTERNAL"));
    plot.awaitIndex();
    String address = address("json", word);
    assertEquals(0, Courier.as(Accounts.ANONYMOUS).get(address).jsonPath().getList("items").size());
    Response own = Courier.as(Accounts.STAFF).get(address);
    assertEquals(1, own.jsonPath().getList("items").size());
    assertEquals("private, no-store", own.header("Cache-Control"));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertEquals(404, Courier.as(Accounts.ANONYMOUS).get("/feed.rss").statusCode());
    assertEquals(405, Courier.as(Accounts.ANONYMOUS).post("/feed.atom").statusCode());
    Response unknown = Courier.as(Accounts.ANONYMOUS).get("/feed.atom?txt=x");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.asString().contains("txt"));
    Response stages = Courier.as(Accounts.ANONYMOUS).get("/feed.json?stages=WITHDRAWN");
    assertEquals(400, stages.statusCode());
    assertFalse(
        Courier.as(Accounts.ANONYMOUS).get("/feed.json?kinds=CASE_OUTCOME").asString().isEmpty());
  }
}
