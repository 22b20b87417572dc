package org.heliograph.portal.feed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** JSON Feed 1.1. */
final class JsonForm {
  private JsonForm() {}

  static byte[] write(Feed feed) {
    var items = new JsonArray();
    feed.entries().forEach(each -> items.add(item(each)));
    return new JsonObject()
        .put("version", "https://jsonfeed.org/version/1.1")
        .put("title", feed.title())
        .put("feed_url", feed.self())
        .put("language", "zh-CN")
        .put("items", items)
        .toBuffer()
        .getBytes();
  }

  private static JsonObject item(Feed.Entry each) {
    var item =
        new JsonObject()
            .put("id", each.id())
            .put("url", each.page())
            .put("title", each.title())
            .put("content_text", each.summary())
            .put("date_modified", each.updated().toString())
            .put("authors", new JsonArray().add(new JsonObject().put("name", each.author())))
            .put("tags", new JsonArray().add(each.category()));
    if (each.published() != null) {
      item.put("date_published", each.published().toString());
    }
    return item;
  }
}
