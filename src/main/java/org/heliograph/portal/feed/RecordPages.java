package org.heliograph.portal.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.heliograph.shared.RecordKind;

/** Where people read a record that they were told of. */
@ApplicationScoped
public class RecordPages {
  private static final String ANSWER =
      "{node(id:\"%s\"){id ...on Record{kind code title publishedAt} ...on Tombstone{withdrawal{kind reason at}}}}";

  private final FeedConfig config;

  RecordPages(FeedConfig config) {
    this.config = config;
  }

  /**
   * By what a record is known.
   *
   * @param id the global one
   * @param organisation its code
   */
  public record Name(String id, RecordKind kind, String code, String organisation) {}

  /** The portal's page, or else the record's own answer of this service at its address. */
  public String of(Name record, String base) {
    return config
        .recordPage()
        .map(page ->
            page.replace("{kind}", encoded(record.kind().name()))
                .replace("{code}", encoded(record.code()))
                .replace("{organisation}", encoded(record.organisation()))
                .replace("{id}", encoded(record.id())))
        .orElseGet(() -> answer(record.id(), base));
  }

  /** What the service says of an id, be it what a withdrawal left. */
  public String answer(String id, String base) {
    return base + "/graphql?query=" + encoded(ANSWER.formatted(id));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
