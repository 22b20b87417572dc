package org.heliograph.portal.saved;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.portal.SearchFilter;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** A search to keep. */
@Input("SavedSearchInput")
@Description("A search to keep, and how to be told what is new in it.")
public class SavedSearchInput {
  @NonNull
  @Description("A name of your own, 1 to 100 characters; it stands in the subject of letters.")
  public String name = "";

  @Nullable
  @Description("As of search; every word has to be met by what you are told of.")
  public String text;

  @Nullable
  @Description("As of search; all kinds when absent.")
  public List<@NonNull RecordKind> kinds;

  @Nullable
  @Description("As of search.")
  public SearchFilter filter;

  @Nullable
  @Description(
      "An address of your own, https only, that is sent each change as JSON, signed as Standard Webhooks 1.0 says. First it is sent {type: webhook.verification, challenge}, and answers 200 with the challenge as its body. It may be sent a delivery twice: webhook-id tells.")
  public String webhook;

  @Nullable
  @Description(
      "Letters to the address that the sign-in server has verified as yours; none when absent.")
  public DigestRhythm digest;
}
