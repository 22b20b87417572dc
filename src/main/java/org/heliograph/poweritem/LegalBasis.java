package org.heliograph.poweritem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A legal basis 设定依据 that an item rests on: it resolves to a statute article by law and article
 * number.
 */
@Entity
@Table(name = "legal_basis")
@IdClass(ChildKey.class)
public class LegalBasis {
  @Id
  @Column(name = "item_id")
  public long itemId;

  @Id public int seq;

  public String law;
  public @Nullable String article;
  public @Nullable String text;

  static LegalBasis of(int seq, PowerItemDraft.Basis draft) {
    var basis = new LegalBasis();
    basis.seq = seq;
    basis.law = draft.law();
    basis.article = draft.article();
    basis.text = draft.text();
    return basis;
  }
}
