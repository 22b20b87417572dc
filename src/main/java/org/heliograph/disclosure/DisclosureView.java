package org.heliograph.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordView;
import org.heliograph.poweritem.DisclosureManner;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/** A disclosure as the schema shows it. */
@Name("Disclosure")
@Description("A disclosure 公开信息: anything published under a category of the disclosure catalogue.")
public class DisclosureView extends RecordView implements RecordNode, RecordOrTombstone {
  private final Disclosure row;
  private final List<RecordNode> related;

  /**
   * @param related the related records that the viewer may see; empty when they were not selected
   */
  DisclosureView(Visible<Disclosure> visible, List<RecordNode> related) {
    super(visible);
    row = visible.row();
    this.related = related;
  }

  @NonNull
  @Description("Category of the disclosure catalogue.")
  public DisclosureCategory getCategory() {
    return row.category;
  }

  @Nullable
  @Description("The year, quarter or month that it is about: 2026, 2026-Q3, 2026-09.")
  public String getPeriod() {
    return row.period;
  }

  @NonNull
  @Description("Which detail it carries.")
  public DisclosureForm getForm() {
    return row.form;
  }

  @NonNull
  @Description("How it is disclosed.")
  public DisclosureManner getManner() {
    return row.manner;
  }

  @NonNull
  @Description("The five disclosures 五公开: content, basis, procedure, process, result.")
  public FiveDisclosures getFiveDisclosures() {
    return new FiveDisclosures(row.content, row.basis, row.procedure, row.process, row.result);
  }

  @Nullable
  @Description("What the form says in fields of its own; null for text alone.")
  public DisclosureDetail getDetail() {
    return row.detail;
  }

  @Nullable
  @Description("First day of the publicity period 公示期, in which it stands open to objections.")
  public LocalDate getPublicityFrom() {
    return row.publicityFrom;
  }

  @Nullable
  @Description("Last day of the publicity period.")
  public LocalDate getPublicityUntil() {
    return row.publicityUntil;
  }

  @NonNull
  @Description("The records that it refers to, of those that exist for you.")
  public List<@NonNull RecordNode> getRelated() {
    return related;
  }

  @Nullable
  @Description("Internal remark; for people in office only.")
  public String getRemark() {
    return allowed(FieldClass.INTERNAL, row.remark);
  }
}
