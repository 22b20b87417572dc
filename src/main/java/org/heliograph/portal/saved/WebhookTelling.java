package org.heliograph.portal.saved;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.delivery.WebhookAnswer;
import org.heliograph.delivery.WebhookCalls;
import org.heliograph.delivery.WebhookCalls.Message;
import org.heliograph.graphql.WithdrawalView;
import org.heliograph.portal.saved.ToldRecords.Item;
import org.heliograph.shared.Channel;
import org.heliograph.shared.Sha256;
import org.heliograph.store.Deliveries;
import org.heliograph.store.Deliveries.Delivery;
import org.heliograph.store.Deliveries.Failure;
import org.heliograph.store.Deliveries.Webhook;

/** Does what is due at one webhook: its handshake, or its deliveries in order, one at a time. */
@ApplicationScoped
class WebhookTelling {
  /** Deliveries before others have their turn. */
  private static final int TURN = 20;

  private static final int LARGEST_SHIFT = 16;

  private final Deliveries deliveries;
  private final ToldRecords records;
  private final WebhookCalls calls;
  private final SavedSearchConfig config;

  WebhookTelling(
      Deliveries deliveries, ToldRecords records, WebhookCalls calls, SavedSearchConfig config) {
    this.deliveries = deliveries;
    this.records = records;
    this.calls = calls;
    this.config = config;
  }

  /** Takes hold of the webhook that has waited longest. */
  Optional<Webhook> claim() {
    return deliveries.claimWebhook(config.lease());
  }

  /** Does what is due there. */
  void work(Webhook webhook) throws InterruptedException {
    if (!webhook.verified() && !shakeHands(webhook)) {
      return;
    }
    for (Delivery each : deliveries.next(webhook.savedSearch(), Channel.WEBHOOK, TURN)) {
      if (!deliver(webhook, each)) {
        return;
      }
    }
    deliveries.release(webhook.savedSearch());
  }

  /** Whoever owns the address repeats a word that cannot be guessed. */
  private boolean shakeHands(Webhook webhook) throws InterruptedException {
    UUID search = webhook.savedSearch();
    String challenge = Sha256.hex(UUID.randomUUID() + "/" + search).substring(0, 32);
    var body =
        new JsonObject()
            .put("type", "webhook.verification")
            .put("savedSearch", search.toString())
            .put("challenge", challenge);
    var answer =
        calls.send(webhook.url(), webhook.secret(), new Message("verify-" + search, body.encode()));
    return switch (answer) {
      case WebhookAnswer.Taken taken when taken.body().strip().equals(challenge) -> {
        deliveries.succeeded(search, List.of(), config.lease());
        yield true;
      }
      case WebhookAnswer.Taken taken -> fail(webhook, WebhookFailure.NOT_ECHOED, List.of());
      case WebhookAnswer.Later later -> fail(webhook, WebhookFailure.UNANSWERED, List.of());
      case WebhookAnswer.Refused refused -> fail(webhook, WebhookFailure.REFUSED, List.of());
    };
  }

  private boolean deliver(Webhook webhook, Delivery delivery) throws InterruptedException {
    List<UUID> done = List.of(delivery.id());
    List<Item> items = records.of(delivery, Channel.WEBHOOK);
    if (items.isEmpty()) {
      deliveries.succeeded(webhook.savedSearch(), done, config.lease());
      return true;
    }
    var message = new Message(delivery.id().toString(), body(delivery, items).encode());
    return switch (calls.send(webhook.url(), webhook.secret(), message)) {
      case WebhookAnswer.Taken taken -> {
        deliveries.succeeded(webhook.savedSearch(), done, config.lease());
        yield true;
      }
      case WebhookAnswer.Later later -> fail(webhook, WebhookFailure.UNANSWERED, List.of());
      case WebhookAnswer.Refused refused -> fail(webhook, WebhookFailure.REFUSED, done);
    };
  }

  private boolean fail(Webhook webhook, WebhookFailure why, List<UUID> given) {
    Duration pause =
        config.backoff().multipliedBy(1L << Math.min(webhook.failures(), LARGEST_SHIFT));
    deliveries.failed(
        webhook.savedSearch(),
        new Failure(
            why.name(),
            pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause,
            given,
            config.patience()),
        config.mostWaiting());
    return false;
  }

  private static JsonObject body(Delivery delivery, List<Item> items) {
    var changes = new JsonArray();
    items.forEach(item -> changes.add(json(item)));
    return new JsonObject()
        .put("type", "records.changed")
        .put("id", delivery.id().toString())
        .put("savedSearch", delivery.savedSearch().toString())
        .put("changes", changes);
  }

  private static JsonObject json(Item item) {
    var change = item.change();
    var json =
        new JsonObject()
            .put("id", change.id())
            .put("change", change.change().name())
            .put("kind", change.kind().name())
            .put("recordId", change.ref().globalId())
            .put("at", change.at().toString())
            .put("link", item.link());
    if (item.code() != null) {
      json.put("code", item.code()).put("title", item.title());
    }
    if (item.changeNote() != null) {
      json.put("changeNote", item.changeNote());
    }
    WithdrawalView withdrawal = item.withdrawal();
    if (withdrawal != null) {
      var told =
          new JsonObject()
              .put("kind", withdrawal.kind().name())
              .put("at", withdrawal.at().toString());
      if (withdrawal.reason() != null) {
        told.put("reason", withdrawal.reason());
      }
      if (withdrawal.successorId() != null) {
        told.put("successorId", withdrawal.successorId());
      }
      json.put("withdrawal", told);
    }
    return json;
  }
}
