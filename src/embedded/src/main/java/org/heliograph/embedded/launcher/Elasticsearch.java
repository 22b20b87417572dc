package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Elasticsearch node in a JVM of its own, from the jars that the build laid out. */
final class Elasticsearch implements Server {

  private final Layout layout;
  private final int port;

  Elasticsearch(Layout layout, int port) {
    this.layout = layout;
    this.port = port;
  }

  @Override
  public ServerKind kind() {
    return ServerKind.ELASTICSEARCH;
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(3);
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(noNativeLibraries());
    Files.createDirectories(temporary());
  }

  @Override
  public ProcessSpec process() throws IOException {
    Path home = layout.elasticsearchHome();
    List<String> command = JavaProgram.command(data());
    command.addAll(new ClassArchive(layout, kind()).options(classPath()));
    command.addAll(
        List.of(
            "-Xms256m",
            "-Xmx512m",
            "-Djava.io.tmpdir=" + temporary(),
            "-Des.path.home=" + home,
            "-Des.distribution.type=tar",
            "-Des.nativelibs.path=" + noNativeLibraries(),
            "-Dio.netty.noUnsafe=true",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            home.resolve("lib") + "/*",
            "org.heliograph.embedded.elasticsearch.ElasticsearchNode",
            home.toString(),
            "node.name=heliograph",
            "cluster.name=heliograph",
            "path.data=" + data(),
            "path.logs=" + layout.stack().resolve("logs"),
            "network.host=127.0.0.1",
            "http.port=" + port,
            // Nobody else joins: any free port will do.
            "transport.port=0",
            "discovery.type=single-node",
            // A developer's disk is often 95 % full, and an index that turns read-only helps nobody
            // there.
            "cluster.routing.allocation.disk.threshold_enabled=false",
            // The serial collector leaves garbage until the heap is full; a breaker that counts it
            // refuses requests while nearly nothing is in use.
            "indices.breaker.total.use_real_memory=false",
            "action.destructive_requires_name=true"));
    return new ProcessSpec(command, Map.of(), JavaProgram.marker(data()));
  }

  @Override
  public boolean isReady() {
    return Http.answersOk(
        "http://127.0.0.1:" + port + "/_cluster/health?wait_for_status=yellow&timeout=2s");
  }

  private List<Path> classPath() throws IOException {
    try (Stream<Path> jars = Files.list(layout.elasticsearchHome().resolve("lib"))) {
      return jars.sorted().toList();
    }
  }

  private Path data() {
    return layout.data("elasticsearch");
  }

  private Path noNativeLibraries() {
    return layout.runtime().resolve("elasticsearch-no-native-libraries");
  }

  private Path temporary() {
    return layout.stack().resolve("tmp");
  }
}
