package org.heliograph.export;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.store.ReadStop;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** An export that never ends, or breaks when it is told to. */
@Singleton
public class TestExport implements Export {
  static final String LINE = "x".repeat(1_000);
  final AtomicLong written = new AtomicLong();
  volatile CountDownLatch ended = new CountDownLatch(1);
  volatile boolean stopped;

  @Override
  public String word() {
    return "test";
  }

  @Override
  public String heading() {
    return "测试";
  }

  @Override
  public List<? extends ExportColumn<?>> columns() {
    return List.of(
        new ExportColumn<Object>(
            "line", "行", "", CellType.TEXT, FieldClass.OPEN, List.of(), v -> v, Object::toString));
  }

  @Override
  public Rows ask(Parameters parameters, Viewer viewer) {
    Integer breakAfter = parameters.one("breakAfter", Integer.class);
    Integer rows = parameters.one("rows", Integer.class);
    parameters.refuseUnknown();
    written.set(0);
    stopped = false;
    ended = new CountDownLatch(1);
    return (out, stop) -> write(out, stop, breakAfter, rows);
  }

  private long write(
      RowWriter out, ReadStop stop, @Nullable Integer breakAfter, @Nullable Integer rows)
      throws IOException {
    try {
      while (rows == null || written.get() < rows) {
        if (breakAfter != null && written.get() == breakAfter) {
          throw new IllegalStateException("broken on purpose");
        }
        stop.check();
        out.row(List.of(LINE));
        written.incrementAndGet();
      }
      return written.get();
    } catch (ReadStop.Stopped | IOException e) {
      stopped = true;
      throw e;
    } finally {
      ended.countDown();
    }
  }
}
