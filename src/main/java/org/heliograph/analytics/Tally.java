package org.heliograph.analytics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What visitors ask and open in one day, in the memory of one pod. Each visitor counts once for
 * each thing. A question is known by a hash under a key of this day alone until as many have asked
 * it as may be told; what was said of it stays with whoever asks until then.
 */
final class Tally {
  private static final String HASH = "HmacSHA256";

  /** Beyond it whatever nobody asked for longest is forgotten. */
  private static final int LARGEST = 20_000;

  private final LocalDate day;
  private final SecureRandom random = new SecureRandom();
  private final Mac mac;
  private final Seen seen = new Seen();
  private final Map<Long, Question> questions = new Bounded<>();
  private final Map<Long, Opening> openings = new Bounded<>();
  private final Question all;

  private static final class Bounded<V> extends LinkedHashMap<Long, V> {
    private static final long serialVersionUID = 1L;

    Bounded() {
      super(16, .75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
      return size() > LARGEST;
    }
  }

  /** Asked and nothing begin their steps at the same number: nothing is never more than asked. */
  private static final class Question {
    private final Count asked;
    private final Count nothing;
    private final Times times = new Times();
    private @Nullable String words;

    Question(int secret) {
      asked = new Count(secret);
      nothing = new Count(secret);
    }
  }

  private static final class Opening {
    private final Count opened;
    private final RecordKind kind;
    private final long recordId;
    private @Nullable String words;

    Opening(int secret, RecordKind kind, long recordId) {
      opened = new Count(secret);
      this.kind = kind;
      this.recordId = recordId;
    }
  }

  Tally(LocalDate day) {
    this.day = day;
    byte[] key = new byte[32];
    random.nextBytes(key);
    try {
      mac = Mac.getInstance(HASH);
      mac.init(new SecretKeySpec(key, HASH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(HASH + " is missing from this JDK", e);
    }
    all = new Question(secret());
    all.words = Told.ALL;
  }

  LocalDate day() {
    return day;
  }

  private int secret() {
    return random.nextInt(Count.LEAST);
  }

  /** A visitor asked, and was answered. */
  synchronized void asked(long visitor, String words, boolean nothing, Duration took) {
    long hash = hash(words);
    if (!seen.add(visitor, hash("asked", visitor, hash))) {
      return;
    }
    Question question = questions.computeIfAbsent(hash, absent -> new Question(secret()));
    count(question, nothing, took);
    if (question.asked.tellable() > 0) {
      question.words = words;
    }
    all.times.add(took);
    if (seen.add(visitor, hash("came", visitor, 0))) {
      all.asked.add();
    }
    if (nothing && seen.add(visitor, hash("nothing", visitor, 0))) {
      all.nothing.add();
    }
  }

  private static void count(Question question, boolean nothing, Duration took) {
    question.asked.add();
    question.times.add(took);
    if (nothing) {
      question.nothing.add();
    }
  }

  /** A visitor opened a record that was found. */
  synchronized void opened(long visitor, String words, RecordKind kind, long recordId) {
    open(visitor, words, kind, recordId);
    open(visitor, Told.ALL, kind, recordId);
  }

  private void open(long visitor, String words, RecordKind kind, long recordId) {
    long hash = hash(kind + "/" + recordId + "/" + words);
    if (!seen.add(visitor, hash("opened", visitor, hash))) {
      return;
    }
    Opening opening =
        openings.computeIfAbsent(hash, absent -> new Opening(secret(), kind, recordId));
    opening.opened.add();
    if (opening.opened.tellable() > 0) {
      opening.words = words;
    }
  }

  /** What may be told and was not yet. */
  synchronized List<Told> untold() {
    var untold = new ArrayList<Told>();
    tell(all, untold);
    questions.values().forEach(question -> tell(question, untold));
    for (Opening opening : openings.values()) {
      String words = opening.words;
      if (words != null && opening.opened.untold() > 0) {
        untold.add(new Told.Opened(words, opening.kind, opening.recordId, opening.opened.untold()));
      }
    }
    return untold;
  }

  private static void tell(Question question, List<Told> into) {
    String words = question.words;
    if (words != null && (question.asked.untold() > 0 || question.nothing.untold() > 0)) {
      into.add(
          new Told.Asked(
              words,
              question.asked.untold(),
              question.nothing.untold(),
              question.times.median(),
              question.times.slow()));
    }
  }

  /** These were told. */
  synchronized void told(List<Told> all) {
    for (Told each : all) {
      switch (each) {
        case Told.Asked asked -> {
          Question question =
              asked.question().equals(Told.ALL) ? this.all : questions.get(hash(asked.question()));
          if (question != null) {
            question.asked.tell(asked.asked());
            question.nothing.tell(asked.nothing());
          }
        }
        case Told.Opened opened -> {
          Opening opening =
              openings.get(hash(opened.kind() + "/" + opened.recordId() + "/" + opened.question()));
          if (opening != null) {
            opening.opened.tell(opened.opened());
          }
        }
      }
    }
  }

  private long hash(String deed, long visitor, long what) {
    mac.update(deed.getBytes(StandardCharsets.UTF_8));
    mac.update(ByteBuffer.allocate(16).putLong(visitor).putLong(what).flip());
    return ByteBuffer.wrap(mac.doFinal()).getLong();
  }

  private long hash(String text) {
    return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
