package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heliograph.record.Attachment;
import org.heliograph.record.CommonFields;
import org.heliograph.search.SearchHit;
import org.heliograph.store.FilePlaces;
import org.heliograph.store.FilePlaces.Place;
import org.heliograph.store.FilePlaces.Sought;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * Says where in which file a highlighted passage stands. It starts from passages that the viewer
 * may read, and looks only into files of the same class: what is not shown is not looked for.
 */
@ApplicationScoped
class Passages {
  private static final String OPEN = "<em>";
  private static final List<FieldClass> CLASSES =
      List.of(FieldClass.OPEN, FieldClass.INTERNAL, FieldClass.PERSONAL);

  private final FilePlaces places;

  Passages(FilePlaces places) {
    this.places = places;
  }

  private record Found(int hit, String fragment, List<Attachment> files, Sought sought) {}

  /** The passages in files of each hit, in the order of the hits. */
  List<List<PassageView>> of(List<SearchHit> hits) {
    var all = new ArrayList<Found>();
    for (int i = 0; i < hits.size(); i++) {
      collect(i, hits.get(i), all);
    }
    var shown = new ArrayList<List<PassageView>>();
    hits.forEach(hit -> shown.add(new ArrayList<>()));
    if (all.isEmpty()) {
      return shown;
    }
    List<Optional<Place>> found = places.find(all.stream().map(Found::sought).toList());
    for (int i = 0; i < all.size(); i++) {
      PassageView view = view(all.get(i), found.get(i));
      if (view != null) {
        shown.get(all.get(i).hit()).add(view);
      }
    }
    return shown;
  }

  private static void collect(int number, SearchHit hit, List<Found> into) {
    for (FieldClass readers : CLASSES) {
      List<Attachment> files =
          hit.found().row().attachments().stream()
              .filter(each -> each.stands() && each.fieldClass() == readers)
              .toList();
      for (String fragment :
          hit.highlights().getOrDefault(CommonFields.attachments(readers), List.of())) {
        into.add(new Found(number, fragment, files, sought(fragment, files)));
      }
    }
  }

  private static Sought sought(String fragment, List<Attachment> files) {
    var lines = new ArrayList<String>();
    int marked = 0;
    boolean found = false;
    for (String line : Arrays.asList(fragment.split("\n", -1))) {
      String plain = plain(line);
      if (plain.isEmpty()) {
        continue;
      }
      if (!found && line.contains(OPEN)) {
        marked = lines.size();
        found = true;
      }
      lines.add(plain);
    }
    return new Sought(
        files.stream().flatMap(each -> Optional.ofNullable(each.file()).stream()).toList(),
        lines,
        marked);
  }

  private static @Nullable PassageView view(Found found, Optional<Place> place) {
    String words = found.sought().lines().isEmpty() ? "" : found.sought().lines().getFirst();
    for (Attachment each : found.files()) {
      String file = each.file();
      if (file == null) {
        continue;
      }
      if (place.isPresent() && place.get().file().equals(file)) {
        return PassageView.of(file, each, place.get().place(), found.fragment());
      }
      String said = each.note() == null ? each.name() : each.name() + " " + each.note();
      if (place.isEmpty() && said.contains(words)) {
        return PassageView.of(file, each, "", found.fragment());
      }
    }
    return null;
  }

  /** As it stands in the file: without marks, and without the encoding that the cluster put in. */
  private static String plain(String html) {
    return html.replace(OPEN, "")
        .replace("</em>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&#x2F;", "/")
        .replace("&amp;", "&")
        .strip();
  }
}
