package org.heliograph.vocabulary;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** What a change of the vocabulary would do to one question. */
@Name("VocabularyEffect")
@Description("What anonymous visitors find for one question now, and what they would find.")
public record VocabularyEffectView(
    @NonNull @Description("The question.") String question,
    @Description("Whether the first ten or the total would change.") boolean changes,
    @Description("How many records are found now.") int totalBefore,
    @Description("How many would be found.") int totalAfter,
    @NonNull @Description("Codes of the first ten now, best first.") List<@NonNull String> before,
    @NonNull @Description("Codes of the first ten as they would be.")
        List<@NonNull String> after) {}
