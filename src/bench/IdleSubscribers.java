import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens subscriptions to a running service and prints what they take of its memory:
 *
 * <pre>
 * HELIOGRAPH_LIVE_CONNECTIONS_PER_ADDRESS=6000 ./heliograph run
 * java src/bench/IdleSubscribers.java --port 8080 --pid PID_OF_THE_SERVICE --count 5000
 * </pre>
 *
 * They stay until the time that {@code --hold} gives in seconds is over; publish something meanwhile
 * to see how soon all are told.
 */
final class IdleSubscribers {
  private static final String SUBSCRIBE =
      "{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { recordChanged { id change recordId record { ... on Record { title } } } }\"}}";

  private IdleSubscribers() {}

  public static void main(String[] args) throws Exception {
    var given = Arrays.asList(args);
    int port = Integer.parseInt(value(given, "--port", "8080"));
    long pid = Long.parseLong(value(given, "--pid", "0"));
    int count = Integer.parseInt(value(given, "--count", "5000"));
    int hold = Integer.parseInt(value(given, "--hold", "30"));
    long before = resident(pid);
    var acknowledged = new AtomicInteger();
    var lost = new AtomicInteger();
    var told = new AtomicInteger();
    var firstTold = new java.util.concurrent.atomic.AtomicLong();
    var lastTold = new java.util.concurrent.atomic.AtomicLong();
    var sockets = new ArrayList<WebSocket>();
    // a client has a thread of its own that selects among its connections
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < count; i++) {
      var ready = new CountDownLatch(1);
      var socket =
          client
              .newWebSocketBuilder()
              .subprotocols("graphql-transport-ws")
              .buildAsync(
                  URI.create("ws://127.0.0.1:" + port + "/graphql"),
                  new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                      if (text.toString().contains("connection_ack")) {
                        acknowledged.incrementAndGet();
                        ready.countDown();
                      } else if (text.toString().contains("\"next\"")) {
                        firstTold.compareAndSet(0, System.nanoTime());
                        lastTold.set(System.nanoTime());
                        told.incrementAndGet();
                      }
                      from.request(1);
                      return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                      lost.incrementAndGet();
                      return null;
                    }

                    @Override
                    public void onError(WebSocket from, Throwable error) {
                      lost.incrementAndGet();
                    }
                  })
              .get(10, TimeUnit.SECONDS);
      socket.sendText("{\"type\":\"connection_init\"}", true).get(10, TimeUnit.SECONDS);
      if (!ready.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("connection " + i + " was not acknowledged");
      }
      socket.sendText(SUBSCRIBE, true).get(10, TimeUnit.SECONDS);
      sockets.add(socket);
    }
    System.out.printf(
        "%d of %d follow; resident before %d MB, with them %d MB%n",
        acknowledged.get(), count, before >> 20, resident(pid) >> 20);
    for (int left = hold; left > 0; left -= 5) {
      TimeUnit.SECONDS.sleep(Math.min(5, left));
      System.out.printf(
          "resident %d MB, lost %d, told %d in %d ms%n",
          resident(pid) >> 20,
          lost.get(),
          told.get(),
          TimeUnit.NANOSECONDS.toMillis(lastTold.get() - firstTold.get()));
    }
    sockets.forEach(WebSocket::abort);
    System.exit(0);
  }

  private static String value(java.util.List<String> given, String name, String otherwise) {
    int at = given.indexOf(name);
    return at < 0 ? otherwise : given.get(at + 1);
  }

  private static long resident(long pid) throws Exception {
    if (pid == 0) {
      return 0;
    }
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
      }
    }
    return 0;
  }
}
