package org.heliograph.disclosure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The five disclosures 五公开 of one matter. */
@Description("The five disclosures 五公开 of one matter: content, basis, procedure, process, result.")
public record FiveDisclosures(
    @NonNull @Description("内容公开 content: what is disclosed.") String content,
    @Nullable @Description("依据公开 basis: the rule or document that it rests on.") String basis,
    @Nullable @Description("程序公开 procedure: the steps that have to be taken.") String procedure,
    @Nullable @Description("过程公开 process: what was done, when and by whom.") String process,
    @Nullable @Description("结果公开 result: what came of it.") String result) {}
