package org.heliograph.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heliograph.record.Attachment;
import org.heliograph.record.PublicRecord;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Which files a revision may have. */
final class FileClaims {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2_000;

  private FileClaims() {}

  /**
   * Fills in what is known of the files that a revision claims; says why it may not have one of
   * them.
   *
   * @param recordId the record; null for a first draft
   */
  static Optional<Refusal> settle(
      StatelessSession session, PublicRecord content, @Nullable Long recordId) {
    List<Attachment> claims = content.attachments();
    if (claims.size() > MOST) {
      return refuse("input.attachments", "a record has at most %d files".formatted(MOST));
    }
    var known = FileRows.byId(session, FileRows.ids(List.of(content)), " for update");
    var settled = new ArrayList<Attachment>();
    var seen = new HashSet<String>();
    for (int i = 0; i < claims.size(); i++) {
      Attachment claim = claims.get(i);
      String path = "input.attachments[" + i + "]";
      StoredFile file = claim.file() == null ? null : known.get(claim.file());
      if (claim.file() == null) {
        settled.add(claim);
      } else if (file == null || !isFree(file, content, recordId)) {
        return refuse(
            path + ".file",
            "is no file that this record may have: upload it for the record's organisation first, or take the id from the record");
      } else if (!seen.add(file.id())) {
        return refuse(path + ".file", "is named twice");
      } else {
        var unfit = unfit(claim, file, path);
        if (unfit.isPresent()) {
          return unfit;
        }
        settled.add(settled(claim, file));
      }
    }
    content.attach(settled);
    return Optional.empty();
  }

  private static Optional<Refusal> unfit(Attachment claim, StoredFile file, String path) {
    String name = claim.name();
    if (name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)
        || name.contains("/")
        || !name.isBlank() && !ending(name).equals(ending(file.name()))) {
      return refuse(
          path + ".name",
          "has at most %d characters, no / and no line break, and ends as the uploaded file does: .%s"
              .formatted(LONGEST_NAME, ending(file.name())));
    }
    return claim.note() != null && claim.note().length() > LONGEST_NOTE
        ? refuse(path + ".note", "has at most %d characters".formatted(LONGEST_NOTE))
        : Optional.empty();
  }

  private static Attachment settled(Attachment claim, StoredFile file) {
    return new Attachment(
        file.id(),
        claim.name().isBlank() ? file.name() : claim.name().strip(),
        file.mediaType(),
        file.size(),
        file.sha256(),
        claim.note(),
        claim.audience(),
        file.unread(),
        null);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static Optional<Refusal> refuse(String path, String message) {
    return Optional.of(Refusal.at(Code.INVALID, path, message));
  }

  private static boolean isFree(StoredFile file, PublicRecord content, @Nullable Long recordId) {
    return file.state() == StoredFile.State.READY
        && file.organisation().equals(content.organisation)
        && (file.recordId() == null
            || file.kind() == content.kind() && file.recordId().equals(recordId));
  }
}
