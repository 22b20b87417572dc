package org.heliograph.portal.feed;

import org.heliograph.shared.RecordKind;

/** Kinds of records as people name them. */
public final class KindLabels {
  private KindLabels() {}

  public static String of(RecordKind kind) {
    return switch (kind) {
      case POWER_ITEM -> "权力事项";
      case DISCLOSURE -> "公开信息";
      case SUBSIDY_BENEFICIARY -> "补贴享受对象";
      case CASE_OUTCOME -> "案件处理结果";
      case STATUTE_ARTICLE -> "法律法规";
    };
  }
}
