package org.heliograph.graphql.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.heliograph.graphql.error.EngineErrors;
import org.heliograph.graphql.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Writes an answer as UTF-8 JSON, straight from the engine's maps and lists. */
@ApplicationScoped
public class ResponseJson {
  private final JsonFactory json =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private final EngineErrors engineErrors;

  ResponseJson(EngineErrors engineErrors) {
    this.engineErrors = engineErrors;
  }

  public byte[] of(ExecutionResult result) {
    return write(out -> {
      if (!result.getErrors().isEmpty()) {
        out.writeArrayFieldStart("errors");
        for (GraphQLError error : result.getErrors()) {
          error(out, engineErrors.refusal(error), error.getPath());
        }
        out.writeEndArray();
      }
      if (result.isDataPresent()) {
        out.writeFieldName("data");
        value(out, result.getData());
      }
    });
  }

  byte[] of(List<Refusal> refusals) {
    return write(out -> {
      out.writeFieldName("errors");
      list(out, refusals);
    });
  }

  /** The refusals alone, as an array. */
  public byte[] errors(List<Refusal> refusals) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(512);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      list(out, refusals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The errors of an answer that has no data, as an array. */
  public byte[] errorsOf(ExecutionResult result) {
    return errors(result.getErrors().stream().map(engineErrors::refusal).toList());
  }

  private static void list(JsonGenerator out, List<Refusal> refusals) throws IOException {
    out.writeStartArray();
    for (Refusal refusal : refusals) {
      error(out, refusal, null);
    }
    out.writeEndArray();
  }

  private interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  private byte[] write(Content content) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(2048);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      content.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void error(JsonGenerator out, Refusal refusal, @Nullable List<Object> path)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("message", refusal.message());
    if (!refusal.at().isEmpty()) {
      out.writeArrayFieldStart("locations");
      for (Refusal.Position at : refusal.at()) {
        value(out, Map.of("line", at.line(), "column", at.column()));
      }
      out.writeEndArray();
    }
    if (path != null) {
      out.writeFieldName("path");
      value(out, path);
    }
    out.writeFieldName("extensions");
    value(out, refusal.extensions());
    out.writeEndObject();
  }

  private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      case Map<?, ?> object -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> field : object.entrySet()) {
          out.writeFieldName(String.valueOf(field.getKey()));
          value(out, field.getValue());
        }
        out.writeEndObject();
      }
      case Collection<?> list -> {
        out.writeStartArray();
        for (Object element : list) {
          value(out, element);
        }
        out.writeEndArray();
      }
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Float number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case BigInteger number -> out.writeNumber(number);
      case Number number -> out.writeNumber(number.longValue());
      default -> out.writeString(value.toString());
    }
  }
}
