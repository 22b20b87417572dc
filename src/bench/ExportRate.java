import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Measures how fast a whole list is exported in each format, and how much heap the service holds
 * meanwhile.
 *
 * <pre>java src/bench/ExportRate.java [WORD] [URL]</pre>
 *
 * <p>WORD is {@code subsidy-beneficiaries} unless given. The heap is read from the service's metrics
 * four times a second; start the service with a small one ({@code -Xmx256m}) to see that a million
 * rows fit through it. The first export warms up and is not counted.
 */
public final class ExportRate {
  private static final Pattern HEAP =
      Pattern.compile("jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*}\\s+([0-9.E]+)");
  private static final double MEGA = 1 << 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final AtomicLong peak = new AtomicLong();
  private volatile boolean done;

  private ExportRate(String url) {
    this.url = url;
  }

  public static void main(String... arguments) throws Exception {
    String word = arguments.length > 0 ? arguments[0] : "subsidy-beneficiaries";
    var bench = new ExportRate(arguments.length > 1 ? arguments[1] : "http://localhost:8080");
    Thread watch = Thread.ofPlatform().daemon(true).start(bench::watch);
    bench.export(word, "csv");
    for (String format : new String[] {"csv", "jsonl", "xlsx"}) {
      System.gc();
      bench.peak.set(0);
      long began = System.nanoTime();
      Taken taken = bench.export(word, format);
      double seconds = (taken.arrived() - began) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-5s %,d rows in %.1f s: %,.0f rows/s, %,.1f MB; peak heap %,.0f MB%n",
          format,
          taken.rows(),
          seconds,
          taken.rows() / seconds,
          taken.bytes() / MEGA,
          bench.peak.get() / MEGA);
    }
    bench.done = true;
    watch.join();
  }

  /**
   * @param arrived when the last byte was there, before rows were counted in a workbook
   */
  private record Taken(long rows, long bytes, long arrived) {}

  private static long arrived;

  private Taken export(String word, String format) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url + "/export/" + word + "." + format)).build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    try (var counted = new Counted(answer.body())) {
      if (answer.statusCode() != 200) {
        throw new IOException(new String(counted.readAllBytes(), StandardCharsets.UTF_8));
      }
      long rows =
          switch (format) {
            case "csv" -> occurrences(counted, "\r\n") - 1;
            case "jsonl" -> occurrences(counted, "\n");
            default -> sheetRows(counted);
          };
      return new Taken(rows, counted.bytes, format.equals("xlsx") ? arrived : System.nanoTime());
    }
  }

  /** Through a file: a sheet of more than a gigabyte is not unpacked from the stream. */
  private static long sheetRows(InputStream in) throws IOException {
    Path kept = Files.createTempFile("export", ".xlsx");
    try {
      Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
      arrived = System.nanoTime();
      long rows = 0;
      try (var zip = new ZipFile(kept.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          if (entry.getName().startsWith("xl/worksheets/")) {
            rows += occurrences(zip.getInputStream(entry), "<row ") - 1;
          }
        }
      }
      return rows;
    } finally {
      Files.delete(kept);
    }
  }

  private static long occurrences(InputStream in, String word) throws IOException {
    byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
    byte[] part = new byte[1 << 16];
    long found = 0;
    int matched = 0;
    for (int n = in.read(part); n >= 0; n = in.read(part)) {
      for (int i = 0; i < n; i++) {
        matched = part[i] == wanted[matched] ? matched + 1 : part[i] == wanted[0] ? 1 : 0;
        if (matched == wanted.length) {
          found++;
          matched = 0;
        }
      }
    }
    return found;
  }

  private void watch() {
    while (!done) {
      try {
        var request = HttpRequest.newBuilder(URI.create(url + "/q/metrics")).build();
        Matcher heap = HEAP.matcher(http.send(request, BodyHandlers.ofString()).body());
        double used = 0;
        while (heap.find()) {
          used += Double.parseDouble(heap.group(1));
        }
        peak.accumulateAndGet((long) used, Math::max);
        // often enough to see a peak, seldom enough not to cost the service one
        Thread.sleep(250);
      } catch (IOException | InterruptedException e) {
        return;
      }
    }
  }

  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      bytes += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      bytes += Math.max(0, n);
      return n;
    }
  }
}
