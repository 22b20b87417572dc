package org.heliograph.portal.saved;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heliograph.portal.feed.FeedConfig;
import org.heliograph.portal.feed.KindLabels;
import org.heliograph.portal.saved.ToldRecords.Item;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.Channel;
import org.heliograph.store.Deliveries;
import org.heliograph.store.Deliveries.Delivery;
import org.heliograph.store.Deliveries.Letter;
import org.jboss.logging.Logger;

/**
 * Letters that tell what is new in a saved search, each with a link that ends them at once (RFC
 * 8058). None is sent when there is nothing to tell.
 */
@ApplicationScoped
class Letters {
  private static final Logger LOG = Logger.getLogger(Letters.class);

  /** More is counted, and read where it is. */
  private static final int SHOWN = 50;

  /** Entries of the log that one letter takes in; what is more goes into one that follows. */
  private static final int MOST = 200;

  /** Mail servers take their time: a letter is held for so many leases. */
  private static final int SLOWER = 5;

  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final Deliveries deliveries;
  private final ToldRecords records;
  private final SavedSearchConfig config;
  private final Mailer mailer;
  private final Clock clock;
  private final boolean offered;

  Letters(
      Deliveries deliveries,
      ToldRecords records,
      SavedSearchConfig config,
      FeedConfig feeds,
      Mailer mailer,
      Clock clock) {
    this.deliveries = deliveries;
    this.records = records;
    this.config = config;
    this.mailer = mailer;
    this.clock = clock;
    offered =
        config.smtpHost().isPresent()
            && config.mailFrom().isPresent()
            && feeds.address().isPresent();
  }

  /** Whether letters are sent from here: their links need this service's public address. */
  boolean offered() {
    return offered;
  }

  /** Sends the letter that is due first; whether one was. */
  boolean work() {
    if (!offered) {
      return false;
    }
    var claimed = deliveries.claimLetter(config.lease().multipliedBy(SLOWER));
    claimed.ifPresent(this::write);
    return claimed.isPresent();
  }

  private void write(Letter letter) {
    UUID search = letter.savedSearch();
    var items = new ArrayList<Item>();
    var done = new ArrayList<UUID>();
    for (Delivery each : deliveries.next(search, Channel.DIGEST, MOST)) {
      items.addAll(records.of(each, Channel.DIGEST));
      done.add(each.id());
    }
    try {
      if (!items.isEmpty()) {
        mailer.send(mail(letter, items, done.getFirst()));
      }
    } catch (RuntimeException e) {
      // what mail servers answer names the address
      LOG.warnf("a letter could not be sent: %s", e.getClass().getSimpleName());
      deliveries.settleLetter(search, List.of(), AGAIN);
      return;
    }
    Duration next =
        done.size() == MOST
            ? Duration.ZERO
            : DigestRhythm.valueOf(letter.rhythm()).until(clock.instant());
    deliveries.settleLetter(search, done, next);
  }

  /**
   * @param first delivery of the letter, by which one that is sent twice is known
   */
  private Mail mail(Letter letter, List<Item> items, UUID first) {
    String unsubscribe = records.base() + UnsubscribeRoute.PATH + letter.unsubscribe();
    return Mail.withText(
            letter.email(),
            "信息公开 · %s：%d 条更新".formatted(letter.name(), items.size()),
            text(letter, items, unsubscribe))
        .setFrom(config.mailFrom().orElseThrow())
        .addHeader("Message-ID", "<" + first + "@heliograph>")
        .addHeader("Auto-Submitted", "auto-generated")
        .addHeader("List-Unsubscribe", "<" + unsubscribe + ">")
        .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  private static String text(Letter letter, List<Item> items, String unsubscribe) {
    var text = new StringBuilder();
    text.append("您保存的检索“").append(letter.name()).append("”有新的公开信息：\n\n");
    for (Item item : items.subList(0, Math.min(SHOWN, items.size()))) {
      text.append("· ").append(line(item)).append('\n');
      text.append("  ").append(item.link()).append("\n\n");
    }
    if (items.size() > SHOWN) {
      text.append("另有 ").append(items.size() - SHOWN).append(" 条，请到公开平台查看。\n\n");
    }
    return text.append("不再接收此类邮件（退订后我们即删除您的邮箱地址）：\n").append(unsubscribe).append('\n').toString();
  }

  private static String line(Item item) {
    var change = item.change();
    String what = "[" + label(change.change()) + "] " + KindLabels.of(change.kind());
    if (item.title() != null) {
      what += "：" + item.title() + "（" + item.code() + "）";
    }
    if (item.changeNote() != null) {
      what += " —— " + item.changeNote();
    }
    var withdrawal = item.withdrawal();
    return withdrawal == null || withdrawal.reason() == null
        ? what
        : what + " —— " + withdrawal.reason();
  }

  private static String label(ChangeKind change) {
    return switch (change) {
      case PUBLISHED -> "公开";
      case CORRECTED -> "更正";
      case FILE_WITHDRAWN -> "撤回附件";
      case WITHDRAWN -> "撤回";
    };
  }
}
