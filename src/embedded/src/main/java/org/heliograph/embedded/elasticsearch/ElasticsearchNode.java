package org.heliograph.embedded.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts one real Elasticsearch node from plain jars: {@code ElasticsearchNode HOME key=value…},
 * where HOME holds {@code config}, {@code modules} and {@code plugins}.
 *
 * <p>The stock start script cannot be used: it wants the whole distribution, which no Maven
 * repository has.
 */
public final class ElasticsearchNode {

  private ElasticsearchNode() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      int equals = arguments[i].indexOf('=');
      settings.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
    }
    Node node = start(home, settings);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, closed), "close-node"));
    closed.await();
  }

  private static Node start(Path home, Map<String, String> given)
      throws IOException, NodeValidationException {
    Settings.Builder settings = Settings.builder().put("path.home", home.toString());
    given.forEach(settings::put);
    String name = given.getOrDefault("node.name", "embedded");
    LogConfigurator.configureESLogging();
    LogConfigurator.setNodeName(name);
    LogConfigurator.registerErrorListener();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings.build(), Map.of(), home.resolve("config"), () -> name);
    Files.createDirectories(environment.logsDir());
    LogConfigurator.configure(environment, true);
    // The last argument keeps the plugins off the module path: the core is on the class path here,
    // not in modules.
    PluginsLoader plugins =
        PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
            Map.of(),
            false);
    Node node = new Node(environment, plugins);
    node.start();
    return node;
  }

  private static void close(Node node, CountDownLatch closed) {
    try {
      node.prepareForClose();
      node.close();
      node.awaitClose(20, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException e) {
      System.err.println("Elasticsearch did not close cleanly: " + e);
    } finally {
      closed.countDown();
    }
  }
}
