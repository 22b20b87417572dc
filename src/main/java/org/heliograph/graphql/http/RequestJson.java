package org.heliograph.graphql.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads JSON that anyone may have sent: shallow, without trailing text, with exact decimals. */
final class RequestJson {
  private static final int LONGEST_NUMBER = 110;

  private final ObjectReader reader;

  /** Two levels more than the variables have: the request's object and their own. */
  RequestJson(int variableDepth) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(variableDepth + 2)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();
    this.reader =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(Object.class);
  }

  /** The value; empty where the text is not JSON, or is {@code null}. */
  Optional<Object> parse(byte[] utf8) {
    try {
      return Optional.ofNullable(reader.readValue(utf8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Optional<Object> parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
