package org.heliograph.portal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.Attachment;
import org.jspecify.annotations.Nullable;

/** Where in one of a record's files a passage stands. */
@Name("SearchPassage")
@Description("A passage that matches in one of the record's files, and where it stands there.")
public record PassageView(
    @NonNull @Id @Description("Id of the file.") String file,
    @NonNull @Description("Name of the file.") String name,
    @NonNull
        @Description(
            "Where it is downloaded, below the address of this service; for a PDF at the passage's page.")
        String path,
    @Nullable @Description("Number of the page in a PDF.") Integer page,
    @Nullable @Description("Name of the sheet in a workbook.") String sheet,
    @NonNull
        @Description(
            "The place as the privacy scan names it (page 3, sheet 名单, paragraph 7); empty for a file's name or note, and for files that have no parts.")
        String place,
    @NonNull @Description("The passage as safe HTML text, matches in <em>.") String fragment) {
  private static final Pattern PAGE = Pattern.compile("page ([0-9]{1,6})");
  private static final String SHEET = "sheet ";
  private static final String HIDDEN = " (hidden)";

  static PassageView of(String file, Attachment attachment, String place, String fragment) {
    Matcher numbered = PAGE.matcher(place);
    Integer page = numbered.matches() ? Integer.valueOf(numbered.group(1)) : null;
    boolean jumps = page != null && attachment.mediaType().equals("application/pdf");
    return new PassageView(
        file,
        attachment.name(),
        "/attachments/" + file + (jumps ? "#page=" + page : ""),
        page,
        place.startsWith(SHEET) ? place.substring(SHEET.length()).replace(HIDDEN, "") : null,
        place,
        fragment);
  }
}
