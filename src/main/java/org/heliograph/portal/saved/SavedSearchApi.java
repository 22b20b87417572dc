package org.heliograph.portal.saved;

import jakarta.annotation.security.RolesAllowed;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.delivery.WebhookAddress;
import org.heliograph.delivery.WebhookConfig;
import org.heliograph.delivery.WebhookSignature;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.VerifiedEmail;
import org.heliograph.portal.saved.SavedSearchPayload.Code;
import org.heliograph.shared.Problem;
import org.heliograph.store.SavedSearches;
import org.heliograph.store.SavedSearches.NewDigest;
import org.heliograph.store.SavedSearches.NewSearch;
import org.heliograph.store.SavedSearches.NewWebhook;
import org.jspecify.annotations.Nullable;

/** Searches that visitors keep. Each sees and deletes their own alone. */
@GraphQLApi
public class SavedSearchApi {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DEFINITION = 8_000;
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CurrentViewer viewer;
  private final VerifiedEmail email;
  private final SavedSearches searches;
  private final WebhookAddress addresses;
  private final WebhookConfig webhooks;
  private final Letters letters;
  private final SavedSearchConfig config;
  private final Clock clock;

  public SavedSearchApi(
      CurrentViewer viewer,
      VerifiedEmail email,
      SavedSearches searches,
      WebhookAddress addresses,
      WebhookConfig webhooks,
      Letters letters,
      SavedSearchConfig config,
      Clock clock) {
    this.viewer = viewer;
    this.email = email;
    this.searches = searches;
    this.addresses = addresses;
    this.webhooks = webhooks;
    this.letters = letters;
    this.config = config;
    this.clock = clock;
  }

  @Query
  @RolesAllowed("**")
  @NonNull
  @Description("Your saved searches, oldest first.")
  public List<@NonNull SavedSearchView> savedSearches() {
    return searches.of(viewer.get().subject()).stream().map(SavedSearchView::of).toList();
  }

  @Mutation
  @RolesAllowed("**")
  @NonNull
  @Description(
      "Keeps a search; you are told what is new in it from then on. Whoever you are, you are told what the public may see and nothing else.")
  public SavedSearchPayload saveSearch(
      @NonNull @Description("What to keep.") SavedSearchInput input) {
    String name = input.name.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      return SavedSearchPayload.refused(
          Code.INVALID, "input.name", "give it a name of 1 to 100 characters in one line");
    }
    SearchDefinition definition = SearchDefinition.of(input);
    try {
      definition.query();
    } catch (Problem e) {
      return SavedSearchPayload.refused(
          Code.INVALID, "input." + e.argument(), String.valueOf(e.getMessage()));
    }
    String kept = definition.write();
    if (kept.length() > LONGEST_DEFINITION) {
      return SavedSearchPayload.refused(
          Code.INVALID, "input.filter", "names too much to be kept: narrow it by less");
    }
    return save(input, new NewSearch(viewer.get().subject(), name, kept, null, null));
  }

  private SavedSearchPayload save(SavedSearchInput input, NewSearch search) {
    NewWebhook webhook = null;
    if (input.webhook != null) {
      if (!webhooks.offered()) {
        return SavedSearchPayload.refused(
            Code.WEBHOOK_NOT_OFFERED, "input.webhook", "no webhooks are called from here");
      }
      Optional<String> unfit = addresses.refusal(input.webhook);
      if (unfit.isPresent()) {
        return SavedSearchPayload.refused(
            Code.WEBHOOK_NOT_ALLOWED, "input.webhook", "the address " + unfit.get());
      }
      webhook = new NewWebhook(input.webhook, WebhookSignature.newSecret());
    }
    NewDigest digest = null;
    if (input.digest != null) {
      Optional<String> address = email.get();
      if (!letters.offered()) {
        return SavedSearchPayload.refused(
            Code.MAIL_NOT_OFFERED, "input.digest", "no letters are sent from here: use a webhook");
      }
      if (address.isEmpty()) {
        return SavedSearchPayload.refused(
            Code.EMAIL_NOT_VERIFIED,
            "input.digest",
            "verify the address of your account where you sign in, and sign in again");
      }
      digest = digest(input.digest, address.get());
    }
    var wanted =
        new NewSearch(search.account(), search.name(), search.definition(), webhook, digest);
    String secret = webhook == null ? null : WebhookSignature.shown(webhook.secret());
    return searches
        .add(wanted, config.most())
        .map(kept -> new SavedSearchPayload(SavedSearchView.of(kept), secret, List.of()))
        .orElseGet(() ->
            SavedSearchPayload.refused(
                Code.TOO_MANY, null, "an account keeps at most " + config.most() + ": delete one"));
  }

  private NewDigest digest(DigestRhythm rhythm, String address) {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return new NewDigest(
        rhythm.name(),
        address,
        Base64.getUrlEncoder().withoutPadding().encodeToString(token),
        rhythm.after(clock.instant()));
  }

  @Mutation
  @RolesAllowed("**")
  @NonNull
  @Description("Deletes a saved search with all that is kept for it, the addresses included.")
  public SavedSearchPayload deleteSearch(
      @Id @NonNull @Description("Id of one of your saved searches.") String id) {
    return uuid(id)
        .flatMap(known -> searches.delete(viewer.get().subject(), known))
        .map(kept -> new SavedSearchPayload(SavedSearchView.of(kept), null, List.of()))
        .orElseGet(() ->
            SavedSearchPayload.refused(
                Code.NOT_FOUND, "id", "you have no saved search of that id"));
  }

  private static Optional<UUID> uuid(@Nullable String id) {
    try {
      return Optional.of(UUID.fromString(String.valueOf(id)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
