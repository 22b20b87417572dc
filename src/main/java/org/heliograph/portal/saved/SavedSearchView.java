package org.heliograph.portal.saved;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.SavedSearches.Kept;
import org.heliograph.store.SavedSearches.KeptDigest;
import org.heliograph.store.SavedSearches.KeptWebhook;
import org.jspecify.annotations.Nullable;

/** A saved search as its owner sees it. */
@Name("SavedSearch")
@Description("A search that you keep; nobody else sees it.")
public record SavedSearchView(
    @Id @NonNull @Description("By which it is deleted; deliveries name it.") String id,
    @NonNull @Description("Your name for it.") String name,
    @NonNull @Description("What is looked for; empty to follow by kinds and filter alone.")
        String text,
    @NonNull @Description("Kinds; empty for all.") List<@NonNull RecordKind> kinds,
    @Nullable @Description("The filter, as JSON of the shape of SearchFilter; null for none.")
        String filter,
    @NonNull @Description("Since when.") Instant createdAt,
    @Nullable @Description("The webhook that is told; null for none.") WebhookView webhook,
    @Nullable @Description("The letters that are sent; null for none.") DigestView digest) {

  static SavedSearchView of(Kept kept) {
    SearchDefinition definition = SearchDefinition.parse(kept.definition());
    KeptWebhook webhook = kept.webhook();
    KeptDigest digest = kept.digest();
    return new SavedSearchView(
        kept.id().toString(),
        kept.name(),
        definition.text,
        definition.kinds,
        definition.filterText(),
        kept.createdAt(),
        webhook == null ? null : WebhookView.of(webhook),
        digest == null ? null : DigestView.of(digest));
  }

  /** A webhook as its owner sees it. */
  @Name("Webhook")
  @Description("An address that is told of each change.")
  public record WebhookView(
      @NonNull @Description("The address.") String url,
      @NonNull @Description("How it stands.") WebhookState state,
      @Nullable @Description("What it failed by last; null when its last answer was good.")
          WebhookFailure failure) {

    static WebhookView of(KeptWebhook kept) {
      String failure = kept.failure();
      return new WebhookView(
          kept.url(),
          WebhookState.valueOf(kept.state()),
          failure == null ? null : WebhookFailure.valueOf(failure));
    }
  }

  /** Letters as their reader sees them. */
  @Name("Digest")
  @Description("Letters that tell what is new.")
  public record DigestView(
      @NonNull @Description("How often.") DigestRhythm rhythm,
      @NonNull @Description("Where they go; kept for this alone, and deleted with the search.")
          String email,
      @NonNull @Description("When the next is due, if there is something to tell.")
          Instant nextAt) {

    static DigestView of(KeptDigest kept) {
      return new DigestView(DigestRhythm.valueOf(kept.rhythm()), kept.email(), kept.due());
    }
  }
}
