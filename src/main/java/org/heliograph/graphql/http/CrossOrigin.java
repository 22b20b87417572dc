package org.heliograph.graphql.http;

import io.quarkus.vertx.http.security.CORS;
import io.quarkus.vertx.http.security.HttpSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;

/**
 * Lets the pages of the configured origins call the service. Without any, nothing is installed: a
 * browser then keeps other sites out by itself.
 */
@ApplicationScoped
class CrossOrigin {
  private static final Set<String> ASKED =
      Set.of(
          "authorization",
          "content-type",
          "accept",
          "if-none-match",
          "range",
          "if-range",
          "tus-resumable",
          "upload-length",
          "upload-metadata",
          "upload-offset");

  private static final Set<String> TOLD =
      Set.of(
          "etag",
          "content-disposition",
          "content-range",
          "retry-after",
          "location",
          "tus-resumable",
          "upload-offset",
          "upload-length",
          "upload-expires",
          "heliograph-file");

  void configure(@Observes HttpSecurity security, CorsConfig config) {
    Set<String> origins = config.origins().orElse(Set.of());
    if (!origins.isEmpty()) {
      security.cors(
          CORS.origins(origins)
              .methods(Set.of("GET", "HEAD", "POST", "PATCH", "DELETE"))
              .headers(ASKED)
              .exposedHeaders(TOLD)
              .accessControlAllowCredentials(false)
              .accessControlMaxAge(Duration.ofHours(1))
              .build());
    }
  }
}
