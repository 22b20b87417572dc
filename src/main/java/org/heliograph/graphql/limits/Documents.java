package org.heliograph.graphql.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heliograph.graphql.error.EngineErrors;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;

/**
 * Every document that is asked, parsed, measured, validated and priced once; the answer is kept by
 * the document's text.
 */
@ApplicationScoped
public class Documents {
  /** A longer text is rare and would push out many short ones. */
  private static final int LONGEST_KEPT = 16 * 1024;

  private static final int MOST_ERRORS_SHOWN = 10;

  private final GraphQLSchema schema;
  private final LimitsConfig limits;
  private final EngineErrors engineErrors;
  private final DocumentLimits documentLimits;
  private final ParserOptions parsing;
  private final Cache<String, PreparedDocument> kept;

  public Documents(GraphQLSchema schema, LimitsConfig limits, EngineErrors engineErrors) {
    this.schema = schema;
    this.limits = limits;
    this.engineErrors = engineErrors;
    this.documentLimits = new DocumentLimits(limits);
    this.parsing =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(o -> o.maxTokens(limits.maxTokens()).maxCharacters(limits.maxBodyBytes()));
    this.kept = Caffeine.newBuilder().maximumSize(limits.cachedDocuments()).build();
  }

  /** The document of that text, fit to run or refused. */
  public PreparedDocument prepare(String text) {
    return text.length() > LONGEST_KEPT ? prepareAnew(text) : kept.get(text, this::prepareAnew);
  }

  private PreparedDocument prepareAnew(String text) {
    Document document;
    try {
      document =
          Parser.parse(
              ParserEnvironment.newParserEnvironment()
                  .document(text)
                  .parserOptions(parsing)
                  .locale(Locale.ENGLISH)
                  .build());
    } catch (InvalidSyntaxException e) {
      return new PreparedDocument.Refused(List.of(unparseable(e)));
    }
    DocumentMeasure measured = new DocumentMeasure(document);
    Optional<Refusal> tooMuch = documentLimits.refusal(measured);
    if (tooMuch.isPresent()) {
      return new PreparedDocument.Refused(List.of(tooMuch.get()));
    }
    List<ValidationError> invalid =
        new Validator().validateDocument(schema, document, Locale.ENGLISH);
    if (!invalid.isEmpty()) {
      return new PreparedDocument.Refused(
          invalid.stream().limit(MOST_ERRORS_SHOWN).map(engineErrors::refusal).toList());
    }
    return new PreparedDocument.Runnable(
        document, new CostFormula(schema, limits, document).operations());
  }

  /** The parser's own text quotes what it stumbled over. */
  private Refusal unparseable(InvalidSyntaxException e) {
    if (e instanceof ParseCancelledTooDeepException) {
      return Refusal.of(
          ErrorCode.QUERY_TOO_DEEP, "The document is nested too deeply to be parsed.");
    }
    if (e instanceof ParseCancelledException) {
      return Refusal.of(
          ErrorCode.QUERY_TOO_LONG,
          "The document has more than %d words and signs. Split it into several requests."
              .formatted(limits.maxTokens()));
    }
    if (e.getLocation() == null) {
      return Refusal.of(ErrorCode.GRAPHQL_PARSE_FAILED, "The document is not GraphQL.");
    }
    int line = e.getLocation().getLine();
    int column = e.getLocation().getColumn();
    return Refusal.at(
        ErrorCode.GRAPHQL_PARSE_FAILED,
        "The document is not GraphQL: see line %d, column %d.".formatted(line, column),
        List.of(new Refusal.Position(line, column)));
  }
}
