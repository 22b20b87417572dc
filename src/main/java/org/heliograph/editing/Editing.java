package org.heliograph.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.heliograph.audit.Authority;
import org.heliograph.graphql.CurrentRequest;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.Node;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordReader;
import org.heliograph.graphql.RecordView;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Views;
import org.heliograph.importing.DraftReader;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.RecordImport;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Sha256;
import org.heliograph.store.TransitionWriter;
import org.heliograph.visibility.Viewer;
import org.heliograph.workflow.Attempt;
import org.heliograph.workflow.Outcome;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.heliograph.workflow.Step;
import org.heliograph.workflow.Transition;
import org.heliograph.workflow.Version;
import org.jspecify.annotations.Nullable;

/** What every kind's mutations do: viewer, step, payload. */
@ApplicationScoped
public class Editing {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();
  private static final int LONGEST_KEY = 200;

  /** What the schema says of the arguments that all mutations of records take. */
  public static final String VERSION = "The version that you saw: the field version of the record.";

  public static final String KEY =
      "Repeats of this request under the same key change nothing more; a UUID.";

  private final CurrentViewer viewer;
  private final CurrentRequest request;
  private final TransitionWriter writer;
  private final RecordReader reader;
  private final Clock clock;

  public Editing(
      CurrentViewer viewer,
      CurrentRequest request,
      TransitionWriter writer,
      RecordReader reader,
      Clock clock) {
    this.viewer = viewer;
    this.request = request;
    this.writer = writer;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What a mutation says beside its content.
   *
   * @param id global id of the record; null for the first draft
   * @param version the version that the caller saw; null for the first draft
   */
  public record Call(
      @Nullable String id,
      @Nullable String version,
      @Nullable String reason,
      @Nullable String key,
      Selection selection) {}

  /** How a kind reads and shows its records. */
  public record Kind<E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>(
      Views<E, V> views, RecordImport<E> content) {}

  /** Writes a draft, or writes a revision anew. */
  public <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      TransitionPayload write(
          Kind<E, V> kind, Transition transition, RecordInput input, Call call) {
    Refusal key = unfit(call.key());
    if (key != null) {
      return refused(key);
    }
    ObjectNode content = JSON.valueToTree(input);
    String said = content.toString();
    content.remove("attachments");
    Viewer who = viewer.get();
    if (input.organisation == null && who.organisations().size() == 1) {
      content.put("organisation", who.organisations().iterator().next());
    }
    var understood = DraftReader.read(kind.content(), content, options(who));
    E row = understood.row();
    if (row == null) {
      return refused(
          understood.errors().stream()
              .map(error ->
                  Refusal.at(
                      Code.INVALID,
                      error.column().isEmpty() ? "input" : "input." + error.column(),
                      error.reason()))
              .toList());
    }
    if (input.attachments != null) {
      row.attach(input.attachments.stream().map(AttachmentInput::claim).toList());
    }
    if (transition == Transition.DRAFT) {
      var attempt = attempt(call, null, transition + said);
      return payload(kind.views(), writer.draft(kind.views().type(), row, attempt), call);
    }
    return take(kind.views(), new Step.Write<>(transition, row), said, call);
  }

  /**
   * Takes a step.
   *
   * @param said what the step says beside the call, to tell a repeat from another attempt
   */
  public <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      TransitionPayload take(Views<E, V> views, Step<E> step, String said, Call call) {
    Refusal key = unfit(call.key());
    if (key != null) {
      return refused(key);
    }
    var ref = call.id() == null ? null : RecordRef.parse(call.id()).orElse(null);
    if (ref == null || ref.kind() != views.type().kind()) {
      return refused(
          Refusal.at(Code.NOT_FOUND, "id", "there is no such record of this kind: check the id"));
    }
    var seen = call.version() == null ? null : Version.parse(call.version()).orElse(null);
    if (seen == null) {
      return refused(
          Refusal.at(Code.INVALID, "version", "is what the record's field version said: read it"));
    }
    String digest = step.transition() + call.id() + "\n" + call.version() + "\n" + said;
    return payload(views, writer.take(views.type(), ref, step, attempt(call, seen, digest)), call);
  }

  private <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      TransitionPayload payload(Views<E, V> views, Outcome<E> outcome, Call call) {
    return switch (outcome) {
      case Outcome.Refused<E> refused -> refused(refused.refusals());
      case Outcome.Done<E> done ->
          new TransitionPayload(
              shown(views, done, call), Version.of(done.row()).text(), done.repeated(), List.of());
    };
  }

  /** Null when what was done then is no longer there to be shown. */
  private <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      @Nullable Node shown(Views<E, V> views, Outcome.Done<E> done, Call call) {
    try {
      return reader.byRef(views, done.row().ref(), call.selection().at("record"));
    } catch (Problem e) {
      if (done.repeated() && e.code() == Problem.Code.NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  /** Why a key cannot stand; null when it can, or none is given. */
  static @Nullable Refusal unfit(@Nullable String key) {
    return key != null && (key.isBlank() || key.length() > LONGEST_KEY)
        ? Refusal.at(Code.INVALID, "key", "has 1 to 200 characters: a UUID does well")
        : null;
  }

  static TransitionPayload refused(Refusal refusal) {
    return refused(List.of(refusal));
  }

  private static TransitionPayload refused(List<Refusal> refusals) {
    return new TransitionPayload(
        null, null, false, refusals.stream().map(RefusalView::of).toList());
  }

  private Attempt attempt(Call call, @Nullable Version seen, String said) {
    return new Attempt(
        viewer.get(),
        seen,
        call.reason(),
        call.key(),
        Sha256.hex(said + "\n" + call.reason()),
        request.id(),
        request.addressClass());
  }

  private ImportOptions options(Viewer who) {
    return new ImportOptions(
        new Authority(who.subject(), "EDITOR", null, null),
        false,
        false,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
