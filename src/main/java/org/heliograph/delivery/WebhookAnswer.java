package org.heliograph.delivery;

/** What became of a call. */
public sealed interface WebhookAnswer {
  /** It was taken. */
  record Taken(String body) implements WebhookAnswer {}

  /** Whether it was taken is not known, or the other side asks to come again. */
  record Later() implements WebhookAnswer {}

  /** The other side does not want it, now or ever. */
  record Refused() implements WebhookAnswer {}

  /** What a status means; a redirection is a refusal, because it is not followed. */
  static WebhookAnswer of(int status, String body) {
    if (status >= 200 && status < 300) {
      return new Taken(body);
    }
    return status >= 500 || status == 408 || status == 425 || status == 429
        ? new Later()
        : new Refused();
  }
}
