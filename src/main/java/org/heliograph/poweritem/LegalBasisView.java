package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.statute.StatuteArticleView;
import org.jspecify.annotations.Nullable;

/** A legal basis as the schema shows it. */
@Name("LegalBasis")
@Description("A legal basis 设定依据 that a power item or the outcome of a case rests on.")
public record LegalBasisView(
    @NonNull @Description("Name of the law as cited.") String law,
    @Nullable @Description("Article number as cited.") String article,
    @Nullable @Description("The text that it rests on, as far as it is quoted.") String text,
    @Nullable
        @Description(
            "The statute article that the citation resolves to; null when the directory of statutes does not hold it.")
        StatuteArticleView statuteArticle) {}
