package org.heliograph.faults;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Nodes of one Elasticsearch cluster on this machine, each a process of its own from the jars that
 * {@code ./heliograph} laid out, with the same plugin and settings as the embedded node.
 */
final class SearchNodes implements AutoCloseable {
  private static final Path HOME = Path.of("src/embedded/target/elasticsearch").toAbsolutePath();
  private final List<Process> nodes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final Path directory;

  /** Returns when all of them are one cluster. */
  static SearchNodes start(int count, Path directory) throws IOException, InterruptedException {
    var cluster = new SearchNodes(directory);
    try {
      List<Integer> transport = free(count);
      cluster.ports.addAll(free(count));
      for (int i = 0; i < count; i++) {
        cluster.nodes.add(cluster.launch(i, transport));
      }
      cluster.await(
          "the nodes find each other",
          0,
          "/_cluster/health?wait_for_nodes=" + count + "&wait_for_status=green&timeout=1s");
      return cluster;
    } catch (IOException | InterruptedException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private SearchNodes(Path directory) {
    this.directory = directory;
  }

  private static List<Integer> free(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  private Process launch(int number, List<Integer> transport) throws IOException {
    Path own = Files.createDirectories(directory.resolve("node-" + number));
    Path none = Files.createDirectories(own.resolve("no-native-libraries"));
    Path temporary = Files.createDirectories(own.resolve("tmp"));
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms128m",
            "-Xmx350m",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary,
            "-Des.path.home=" + HOME,
            "-Des.distribution.type=tar",
            "-Des.nativelibs.path=" + none,
            "-Dio.netty.noUnsafe=true",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            HOME.resolve("lib") + "/*",
            "org.heliograph.embedded.elasticsearch.ElasticsearchNode",
            HOME.toString(),
            "node.name=node-" + number,
            "cluster.name=heliograph-three",
            "path.data=" + own.resolve("data"),
            "path.logs=" + own.resolve("logs"),
            "network.host=127.0.0.1",
            "http.port=" + ports.get(number),
            "transport.port=" + transport.get(number),
            "discovery.seed_hosts="
                + transport.stream()
                    .map(port -> "127.0.0.1:" + port)
                    .collect(Collectors.joining(",")),
            "cluster.initial_master_nodes="
                + IntStream.range(0, transport.size())
                    .mapToObj(i -> "node-" + i)
                    .collect(Collectors.joining(",")),
            "cluster.routing.allocation.disk.threshold_enabled=false",
            "action.destructive_requires_name=true");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(own.resolve("output").toFile())
        .start();
  }

  /** Addresses of all, as the service takes them. */
  String addresses() {
    return ports.stream().map(port -> "http://127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  /** Number of the node that the others elected. */
  int master() {
    String name =
        given().port(ports.getFirst()).get("/_cat/master?h=node&format=json").path("[0].node");
    return Integer.parseInt(name.substring("node-".length()));
  }

  /** kill -9, and gone when this returns. */
  void kill(int number) throws InterruptedException {
    nodes.get(number).destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  /** Waits until every index has all of its copies on the nodes that are left. */
  void awaitCopies() throws InterruptedException {
    await("every index has its copies", 0, "/_cluster/health?wait_for_status=green&timeout=1s");
  }

  /** How many nodes the one that is asked counts. */
  int counted(int asked) {
    return given().port(ports.get(asked)).get("/_cluster/health").path("number_of_nodes");
  }

  private void await(String what, int asked, String path) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!isOk(asked, path)) {
      assertTrue(System.nanoTime() < end, what + ", within three minutes");
      // other processes start; there is nothing to wait on
      Thread.sleep(200);
    }
  }

  private boolean isOk(int asked, String path) {
    try {
      return given().port(ports.get(asked)).get(path).statusCode() == 200;
    } catch (Exception e) {
      // Rest Assured throws the undeclared java.net.ConnectException
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (int i = 0; i < nodes.size(); i++) {
      kill(i);
    }
  }
}
