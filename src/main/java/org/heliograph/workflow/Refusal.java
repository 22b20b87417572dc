package org.heliograph.workflow;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;

/**
 * Why a transition was not made; nothing has changed.
 *
 * @param path the argument at fault, like {@code input.steps[2].key}; null for none
 * @param message what is wrong and how to mend it; carries no content
 * @param changes what happened since the caller looked, for STALE
 */
public record Refusal(Code code, @Nullable String path, String message, List<Change> changes) {
  public Refusal {
    changes = List.copyOf(changes);
  }

  public static Refusal of(Code code, String message) {
    return new Refusal(code, null, message, List.of());
  }

  public static Refusal at(Code code, String path, String message) {
    return new Refusal(code, path, message, List.of());
  }

  /** The stable codes. */
  @Enum("RefusalCode")
  @Description("Why a change was refused. Codes are stable.")
  public enum Code {
    @Description("There is no such record for you.")
    NOT_FOUND,
    @Description("Your role or organisation does not allow it.")
    FORBIDDEN,
    @Description("The record has changed since the version that you saw; changes tells how.")
    STALE,
    @Description("The record's stage does not allow it.")
    WRONG_STAGE,
    @Description("Four eyes: whoever wrote a revision cannot approve it.")
    OWN_WORK,
    @Description("A reason is needed.")
    REASON_MISSING,
    @Description("An argument is wrong; path tells which.")
    INVALID,
    @Description("It is to be shown for longer than the rule of expiry for it allows.")
    WINDOW_TOO_LONG,
    @Description("The organisation already has a record with this code.")
    CODE_TAKEN,
    @Description("A correction of this record is already in work.")
    CORRECTION_EXISTS,
    @Description(
        "Something that must not become public was found: take it out, mask it or justify it.")
    PRIVACY,
    @Description(
        "A record that it names by code is not there for you; path tells which. A draft may name what is yet to come.")
    UNKNOWN_REFERENCE,
    @Description("The key was used for another change before.")
    KEY_REUSED
  }
}
