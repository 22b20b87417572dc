package org.heliograph.oversight;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.audit.AuditEntry;
import org.heliograph.export.Columns;
import org.heliograph.export.Export;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.Parameters;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.TrailReader;
import org.heliograph.visibility.Role;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/** The audit trail as a file, within what its reader may see of it. */
@Singleton
public class AuditExport implements Export {
  private static final List<ExportColumn<AuditEntryView>> COLUMNS =
      Columns.of(AuditEntryView.class)
          .add("chain", "链", AuditEntryView::chain)
          .add("position", "序号", AuditEntryView::position)
          .add("hash", "哈希", AuditEntryView::hash)
          .add("at", "时间", AuditEntryView::at)
          .add("actor", "操作账号", AuditEntryView::actor)
          .add("role", "角色", AuditEntryView::role)
          .add("organisation", "单位", AuditEntryView::organisation)
          .add("kind", "类别", AuditEntryView::kind)
          .add("recordId", "记录标识", AuditEntryView::recordId)
          .add("code", "记录编号", AuditEntryView::code)
          .add("version", "版本", AuditEntryView::version)
          .add("transition", "操作", AuditEntryView::transition)
          .add("reason", "理由", AuditEntryView::reason)
          .list("changes", "改动字段", AuditEntryView::changes, change -> change.field())
          .add("requestId", "请求标识", AuditEntryView::requestId)
          .add("addressClass", "来源", AuditEntryView::addressClass)
          .add("records", "涉及记录数", AuditEntryView::records)
          .add("erased", "已删除", AuditEntryView::erased)
          .all();

  private final TrailReader trail;

  public AuditExport(TrailReader trail) {
    this.trail = trail;
  }

  @Override
  public String word() {
    return "audit-entries";
  }

  @Override
  public String heading() {
    return "审计记录";
  }

  @Override
  public List<ExportColumn<AuditEntryView>> columns() {
    return COLUMNS;
  }

  @Override
  public Rows ask(Parameters parameters, Viewer viewer) {
    if (!viewer.has(Role.AUDITOR) && !viewer.has(Role.ADMIN) && !viewer.has(Role.SUPERVISOR)) {
      throw Problem.forbidden(
          "the audit trail is for auditors, administrators and supervisors: sign in as one");
    }
    var filter = new AuditFilter();
    filter.kind = parameters.one("kind", RecordKind.class);
    filter.record = parameters.one("record");
    filter.code = parameters.one("code");
    filter.organisation = parameters.one("organisation");
    filter.actor = parameters.one("actor");
    filter.transition = parameters.one("transition");
    filter.from = parameters.one("from", Instant.class);
    filter.until = parameters.one("until", Instant.class);
    parameters.refuseUnknown();
    var query = filter.query();
    var scope = VisibilityPolicy.ofTrail(viewer);
    return (out, stop) -> {
      long[] rows = {0};
      trail.walk(
          query,
          scope,
          stop,
          entries -> {
            for (AuditEntry entry : entries) {
              out.row(values(AuditEntryView.of(entry)));
            }
            rows[0] += entries.size();
          });
      return rows[0];
    };
  }

  private static List<@Nullable Object> values(AuditEntryView entry) {
    var values = new ArrayList<@Nullable Object>(COLUMNS.size());
    COLUMNS.forEach(column -> values.add(column.value().apply(entry)));
    return values;
  }
}
