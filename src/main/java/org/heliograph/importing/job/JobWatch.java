package org.heliograph.importing.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.heliograph.importing.ImportKind;
import org.heliograph.importing.ImportWatch;
import org.heliograph.importing.RecordImport;
import org.heliograph.importing.RowError;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.store.DraftScan;
import org.heliograph.store.DraftWriter;
import org.hibernate.StatelessSession;

/** Notes how a job gets on, and in a check what its rows would show. */
final class JobWatch implements ImportWatch {
  private static final int SHOWN = 10;

  /** Of one row; whoever mends these sees the others next time. */
  private static final int MOST_OF_A_ROW = 5;

  /** Findings that are told one by one; all are counted. */
  private static final int MOST_FINDINGS = 1_000;

  private final ImportLedger ledger;
  private final ImportJob job;
  private final BooleanSupplier stopping;
  private final boolean check;
  private final List<RowError> read = new ArrayList<>();
  private final List<RowError> save = new ArrayList<>();
  private final List<RowError> personal = new ArrayList<>();
  private final List<PublicPreview.Row> shown = new ArrayList<>();
  private RecordImport<?> kind;
  private long findings;

  @SuppressWarnings("NullAway.Init") // an import begins before anything else is told of it
  JobWatch(ImportLedger ledger, ImportJob job, BooleanSupplier stopping) {
    this.ledger = ledger;
    this.job = job;
    this.stopping = stopping;
    check = job.state() == ImportState.CHECKING;
  }

  List<PublicPreview.Row> shown() {
    return shown;
  }

  long findings() {
    return findings;
  }

  @Override
  public void begins(ImportKind<?> kind, long run) {
    if (!(kind instanceof RecordImport<?> records)) {
      throw new IllegalStateException("only records are imported by jobs");
    }
    this.kind = records;
    ledger.readAnew(job);
    if (!check) {
      ledger.begin(job, run);
    }
  }

  @Override
  public void understood(long row, Object value) {
    if (check && value instanceof DraftWriter.Draft<?> draft) {
      if (shown.size() < SHOWN) {
        shown.add(new PublicPreview.Row(row, draft.row()));
      }
      scan(kind.type(), row, draft.row());
    }
  }

  private <E extends PublicRecord> void scan(RecordType<E> type, long row, PublicRecord record) {
    for (DraftScan.Finding each : DraftScan.of(type, type.entity().cast(record))) {
      findings++;
      if (findings <= MOST_FINDINGS) {
        personal.add(new RowError(row, each.place(), "", each.message()));
      }
    }
  }

  @Override
  public void saving(StatelessSession session, Progress soFar, List<RowError> refused) {
    if (check) {
      // what this transaction holds is undone: told with the batch's progress
      save.addAll(refused);
    } else {
      ledger.saved(session, job, soFar);
      ImportProblems.tell(session, job.id(), "SAVE", refused);
    }
  }

  @Override
  public void refused(List<RowError> errors) {
    long row = -1;
    int told = 0;
    for (RowError each : errors) {
      told = each.row() == row ? told + 1 : 1;
      row = each.row();
      if (told <= MOST_OF_A_ROW) {
        read.add(each);
      }
    }
  }

  @Override
  public void turnedDown(List<RowError> errors) {
    save.addAll(errors);
  }

  @Override
  public void progress(Progress soFar) {
    if (stopping.getAsBoolean()) {
      throw new ImportLedger.Stopped();
    }
    ledger.progress(
        job,
        soFar,
        session -> {
          ImportProblems.tell(session, job.id(), "READ", read);
          ImportProblems.tell(session, job.id(), "SAVE", save);
          ImportProblems.tell(session, job.id(), "PRIVACY", personal);
        });
    read.clear();
    save.clear();
    personal.clear();
  }
}
