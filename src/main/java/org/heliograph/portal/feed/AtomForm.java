package org.heliograph.portal.feed;

import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/** Atom 1.0 (RFC 4287). */
final class AtomForm {
  private AtomForm() {}

  static byte[] write(Feed feed) {
    var out = new SyndFeedImpl();
    out.setFeedType("atom_1.0");
    out.setUri(feed.id());
    out.setTitle(feed.title());
    out.setPublishedDate(Date.from(feed.updated()));
    var self = new SyndLinkImpl();
    self.setRel("self");
    self.setHref(feed.self());
    out.setLinks(List.of(self));
    out.setEntries(feed.entries().stream().map(AtomForm::entry).toList());
    try {
      return new SyndFeedOutput().outputString(out).getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed that was made here cannot be written", e);
    }
  }

  private static SyndEntry entry(Feed.Entry each) {
    var entry = new SyndEntryImpl();
    entry.setUri(each.id());
    entry.setTitle(clean(each.title()));
    entry.setLink(each.page());
    entry.setAuthor(clean(each.author()));
    entry.setUpdatedDate(Date.from(each.updated()));
    if (each.published() != null) {
      entry.setPublishedDate(Date.from(each.published()));
    }
    var summary = new SyndContentImpl();
    summary.setType("text");
    summary.setValue(clean(each.summary()));
    entry.setDescription(summary);
    var category = new SyndCategoryImpl();
    category.setName(each.category());
    entry.setCategories(List.of(category));
    return entry;
  }

  /** XML has no place for control characters, not even escaped. */
  private static String clean(String text) {
    return text.codePoints()
        .filter(c -> c >= 0x20 || c == '\n' || c == '\t')
        .filter(c -> c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
