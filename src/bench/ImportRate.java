import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Measures how fast an uploaded list of receipts is checked and imported as drafts, as CSV and as
 * XLSX, and how much heap the service holds meanwhile.
 *
 * <pre>java src/bench/ImportRate.java [ROWS] [URL] [REALM]</pre>
 *
 * <p>The service runs with the small sample. Its heap is read from its metrics four times a second;
 * start it with a small one ({@code -Xmx256m}) to see that a list fits through it. The drafts stay:
 * measure on data that may go.
 */
public final class ImportRate {
  private static final String HEADER = "编号,行政区划,项目编码,年度,姓名,补贴金额,发放日期";
  private static final Pattern HEAP =
      Pattern.compile("jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*}\\s+([0-9.E]+)");
  private static final String BOUNDARY = "-----heliograph";
  private static final double MEGA = 1 << 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong peak = new AtomicLong();
  private final String url;
  private final String realm;
  private String token = "";
  private volatile boolean done;

  private ImportRate(String url, String realm) {
    this.url = url;
    this.realm = realm;
  }

  public static void main(String... arguments) throws Exception {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    var bench =
        new ImportRate(
            arguments.length > 1 ? arguments[1] : "http://localhost:8080",
            arguments.length > 2 ? arguments[2] : "http://localhost:8180/realms/heliograph");
    Thread watch = Thread.ofPlatform().daemon(true).start(bench::watch);
    Path directory = Files.createTempDirectory("import-rate-");
    try {
      for (String format : new String[] {"csv", "xlsx"}) {
        Path file = directory.resolve("list." + format);
        write(file, rows);
        bench.measure(format, file, rows);
        Files.delete(file);
      }
    } finally {
      Files.delete(directory);
    }
    bench.done = true;
    watch.join();
  }

  private void measure(String format, Path file, int rows) throws Exception {
    peak.set(0);
    logIn();
    long began = System.nanoTime();
    String job = upload(file);
    double taken = (System.nanoTime() - began) / 1e9;
    began = System.nanoTime();
    await(job, "READY");
    double checked = (System.nanoTime() - began) / 1e9;
    double checkPeak = peak.getAndSet(0) / MEGA;
    logIn();
    began = System.nanoTime();
    ask("mutation { confirmImport(id: \\\"" + job + "\\\") { refusals { code } } }");
    String end = await(job, "DONE");
    double imported = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-4s %,d rows, %,.1f MB: taken in %.1f s, checked %,.0f rows/s (peak heap %,.0f MB), imported %,.0f rows/s (peak heap %,.0f MB); %s%n",
        format,
        rows,
        Files.size(file) / MEGA,
        taken,
        rows / checked,
        checkPeak,
        rows / imported,
        peak.get() / MEGA,
        end);
  }

  private void watch() {
    while (!done) {
      try {
        String metrics = get(url + "/q/metrics");
        double used = 0;
        for (Matcher each = HEAP.matcher(metrics); each.find(); ) {
          used += Double.parseDouble(each.group(1));
        }
        long now = (long) used;
        peak.accumulateAndGet(now, Math::max);
        // often enough to see a peak, seldom enough not to cost the service one
        Thread.sleep(250);
      } catch (IOException e) {
        // the next look will tell
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private String get(String address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  private void logIn() throws Exception {
    String form =
        "grant_type=password&client_id=heliograph-console&username=editor&password=sunlight-editor";
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    token = between(answer, "\"access_token\":\"");
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }

  private String upload(Path file) throws Exception {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, file.getFileName());
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(url + "/imports/subsidy-beneficiaries"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body));
    return between(answer, "\"id\":\"");
  }

  private String ask(String query) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/graphql"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}")));
  }

  /** Logs in anew while it waits: a token lives for minutes, a large list may take longer. */
  private String await(String job, String state) throws Exception {
    long until = System.nanoTime() + 60_000_000_000L;
    while (true) {
      String answer =
          ask(
              "{ importJob(id: \\\""
                  + job
                  + "\\\") { state accepted unchanged refused failure } }");
      if (answer.contains("\"state\":\"" + state + "\"")) {
        return answer;
      }
      if (answer.contains("FAILED") || answer.contains("CANCELLED")) {
        throw new IllegalStateException(answer);
      }
      if (System.nanoTime() > until) {
        logIn();
        until = System.nanoTime() + 60_000_000_000L;
      }
      // finer than what is measured, coarser than a load of its own
      Thread.sleep(200);
    }
  }

  private static String between(String text, String mark) {
    int at = text.indexOf(mark);
    if (at < 0) {
      throw new IllegalStateException(text);
    }
    return text.substring(at + mark.length(), text.indexOf('"', at + mark.length()));
  }

  private static void write(Path file, int rows) throws IOException {
    String run = "IR" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      if (file.toString().endsWith(".csv")) {
        out.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < rows; i++) {
          out.write((String.join(",", row(run, i)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
      } else {
        workbook(out, run, rows);
      }
    }
  }

  private static String[] row(String run, int i) {
    return new String[] {
      run + "-" + i,
      "990121101201",
      "QY-P-DB",
      "2026",
      "测试" + (char) ('一' + i % 5_000),
      (100 + i % 900) + ".50",
      "2026-09-%02d".formatted(1 + i % 28)
    };
  }

  private static void workbook(OutputStream out, String run, int rows) throws IOException {
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    var zip = new ZipOutputStream(out);
    part(
        zip,
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + types
            + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + types
            + "worksheet+xml\"/></Types>");
    String begins =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
            + relations;
    part(
        zip,
        "_rels/.rels",
        begins + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    part(
        zip,
        "xl/_rels/workbook.xml.rels",
        begins + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    part(
        zip,
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + main
            + "\" xmlns:r=\""
            + relations
            + "\"><sheets><sheet name=\"list\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
    text(zip, "<worksheet xmlns=\"" + main + "\"><sheetData>");
    cells(zip, 1, HEADER.split(","));
    for (int i = 0; i < rows; i++) {
      cells(zip, i + 2, row(run, i));
    }
    text(zip, "</sheetData></worksheet>");
    zip.closeEntry();
    zip.finish();
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    text(zip, xml);
    zip.closeEntry();
  }

  private static void cells(OutputStream out, int number, String[] cells) throws IOException {
    var row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.length; i++) {
      row.append("<c r=\"").append((char) ('A' + i)).append(number);
      row.append("\" t=\"inlineStr\"><is><t>").append(cells[i]).append("</t></is></c>");
    }
    text(out, row.append("</row>").toString());
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
