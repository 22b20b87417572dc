package org.heliograph.poweritem;

import org.heliograph.shared.Audience;
import org.heliograph.support.Desk;

/** Power items with everything that an item can have, for tests of several features. */
public final class PowerItemDrafts {
  private PowerItemDrafts() {}

  /**
   * A published item's draft: two steps, two risk points (F01, F02) with measures, a legal basis.
   */
  public static PowerItem full(String code, String organisation, String region, Audience audience) {
    var draft =
        Desk.draft(
            PowerItemDraft.class,
            """
            {"category": "PAYMENT", "level": "COUNTY", "source": "STATUTORY", "grade": "A", "contactPhone": "0990-2907905",
             "reviewRemark": "复核意见", "legalBases": [{"law": "中华人民共和国示范法", "article": "第七条"}],
             "steps": [{"key": "s1", "name": "受理", "handlerPhone": "0990-2907906", "next": [{"to": "s2"}]},
                       {"key": "s2", "name": "审核", "clockStops": ["SUPPLEMENT"]}],
             "supervisionPoints": [{"code": "J1", "step": "s2", "content": "是否按时"}],
             "riskPoints": [{"code": "F01", "grade": "A", "description": "优亲厚友", "step": "s2",
                             "measures": [{"description": "公示"}, {"description": "抽查"}]},
                            {"code": "F02", "grade": "C", "description": "拖延", "measures": [{"description": "限时"}]}]}
            """);
    return PowerItem.draft(draft, Desk.origin(code, organisation, region, audience));
  }
}
