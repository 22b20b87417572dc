package org.heliograph.portal.saved;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What became of a saved search. */
@Name("SavedSearchPayload")
@Description("What became of a saved search, or why nothing was changed.")
public record SavedSearchPayload(
    @Nullable @Description("The search, kept or deleted; null when it was refused.")
        SavedSearchView search,
    @Nullable
        @Description(
            "The secret by which your webhook checks signatures. It is told this once: keep it. Null without a webhook.")
        String webhookSecret,
    @NonNull @Description("Why nothing was changed; empty when it was done.")
        List<@NonNull RefusalView> refusals) {

  static SavedSearchPayload refused(Code code, @Nullable String path, String message) {
    return new SavedSearchPayload(null, null, List.of(new RefusalView(code, path, message)));
  }

  /** Why nothing was changed. */
  @Name("SavedSearchRefusal")
  @Description("Why a search was not saved or deleted.")
  public record RefusalView(
      @NonNull @Description("Stable code.") Code code,
      @Nullable @Description("The argument at fault, for example input.webhook.") String path,
      @NonNull @Description("What is wrong and how to mend it.") String message) {}

  /** The stable codes. */
  @Enum("SavedSearchRefusalCode")
  @Description("Why a search was not saved or deleted. Codes are stable.")
  public enum Code {
    @Description("You have no saved search of that id.")
    NOT_FOUND,
    @Description("You have as many as an account may have: delete one first.")
    TOO_MANY,
    @Description("An argument is wrong; path tells which.")
    INVALID,
    @Description("Webhooks are not offered here.")
    WEBHOOK_NOT_OFFERED,
    @Description("The address cannot be a webhook.")
    WEBHOOK_NOT_ALLOWED,
    @Description("The sign-in server does not say that an address of mail is yours.")
    EMAIL_NOT_VERIFIED,
    @Description("Letters are not offered here.")
    MAIL_NOT_OFFERED
  }
}
