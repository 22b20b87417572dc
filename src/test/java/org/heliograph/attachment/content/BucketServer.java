package org.heliograph.attachment.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * A server that speaks S3 over a directory, in a process of its own: it needs a later version of a
 * library that the test framework has.
 */
final class BucketServer implements AutoCloseable {
  static final String BUCKET = "heliograph";
  static final String KEY = "test-key";
  private static final String OURS = "guice-5";

  private final Process process;
  private final int port;

  private BucketServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static BucketServer start(Path directory) throws IOException {
    String ours =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String path =
        Arrays.stream(ours.split(java.io.File.pathSeparator))
            .filter(jar -> !jar.contains(OURS))
            .collect(Collectors.joining(java.io.File.pathSeparator));
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    path,
                    BucketServer.class.getName(),
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("port ")) {
        return new BucketServer(process, Integer.parseInt(line.substring(5)));
      }
    }
    throw new IOException("the server ended before it said its port");
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws Exception {
    Files.createDirectories(Path.of(arguments[0]));
    var properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", arguments[0]);
    BlobStoreContext objects =
        ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
            .credentials("", "")
            .overrides(properties)
            .build(BlobStoreContext.class);
    objects.getBlobStore().createContainerInLocation(null, BUCKET);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(objects.getBlobStore())
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, KEY)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();
    server.start();
    System.out.println("port " + server.getPort());
    Objects.requireNonNull(System.in).read();
    server.stop();
  }
}
