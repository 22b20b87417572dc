package org.heliograph.graphql.live;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.graphql.Caller;
import org.heliograph.graphql.engine.Engine;
import org.heliograph.graphql.engine.Engine.Asked;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.GraphQLRequest;
import org.heliograph.graphql.http.OperationCheck;
import org.heliograph.graphql.http.Reading;
import org.heliograph.graphql.http.RequestReader;
import org.heliograph.graphql.http.ResponseJson;
import org.heliograph.graphql.limits.Documents;
import org.heliograph.graphql.limits.PreparedDocument;
import org.heliograph.record.Interest;
import org.heliograph.record.RecordChange;
import org.jspecify.annotations.Nullable;

/** From a message to what is followed, and from a change to what is told. */
@ApplicationScoped
class LiveTools {
  private final RequestReader reader;
  private final Documents documents;
  private final OperationCheck check;
  private final Engine engine;
  private final ResponseJson json;
  private final Failures failures;

  LiveTools(
      RequestReader reader,
      Documents documents,
      OperationCheck check,
      Engine engine,
      ResponseJson json,
      Failures failures) {
    this.reader = reader;
    this.documents = documents;
    this.check = check;
    this.engine = engine;
    this.json = json;
    this.failures = failures;
  }

  /** A subscription that was taken on, or the errors that say why not. */
  sealed interface Started {
    /**
     * @param text of the document: two that ask the same in the same words get the same answer
     */
    record Taken(Asked asked, Interest interest, String text) implements Started {}

    record Refused(String errors) implements Started {}
  }

  /** Who speaks over a connection, and until when they are believed. */
  record Speaker(Caller caller, long expires) {
    boolean isAnonymous() {
      SecurityIdentity identity = caller.identity();
      return identity.isAnonymous();
    }
  }

  Optional<Map<String, @Nullable Object>> object(String text) {
    return reader.object(text);
  }

  /** Takes a subscription on, by the same limits as any request; may block. */
  Started start(Map<String, @Nullable Object> payload, Caller caller) {
    try {
      return switch (reader.readMessage(payload)) {
        case Reading.NotUnderstood no -> refuse(List.of(no.refusal()));
        case Reading.Understood yes -> prepare(yes.request(), caller);
      };
    } catch (RuntimeException e) {
      return refuse(List.of(failures.refusal(e, "a subscription")));
    }
  }

  private Started prepare(GraphQLRequest request, Caller caller) {
    return switch (documents.prepare(request.query())) {
      case PreparedDocument.Refused refused -> refuse(refused.refusals());
      case PreparedDocument.Runnable document -> follow(document, request, caller);
    };
  }

  private Started follow(
      PreparedDocument.Runnable document, GraphQLRequest request, Caller caller) {
    var operation = document.operation(request.operationName());
    Optional<Refusal> refusal = check.refusalOfSubscription(operation, request);
    if (refusal.isEmpty() && operation != null) {
      refusal = engine.refusal(operation.definition(), request.variables());
    }
    if (refusal.isPresent()) {
      return refuse(List.of(refusal.get()));
    }
    var asked = new Asked(document, request.operationName(), request.variables());
    Engine.Following following = engine.follow(asked, caller);
    Interest interest = following.interest();
    return interest == null
        ? new Started.Refused(utf8(json.errorsOf(following.result())))
        : new Started.Taken(asked, interest, request.query());
  }

  Started.Refused refuse(List<Refusal> refusals) {
    return new Started.Refused(utf8(json.errors(refusals)));
  }

  /** What this speaker is told of the change; empty where they are told nothing. May block. */
  Optional<String> tell(Asked asked, Caller caller, RecordChange change) {
    return engine.tell(asked, caller, change).map(json::of).map(LiveTools::utf8);
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
