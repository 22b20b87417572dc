package org.heliograph.subsidy;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.RegionView;
import org.jspecify.annotations.Nullable;

/** A subsidy programme as the schema shows it. */
@Name("SubsidyProgramme")
@Description("A subsidy programme 补贴项目, for example 最低生活保障: reference data, public for all.")
public record SubsidyProgrammeView(
    @NonNull @Description("Code of the programme.") String code,
    @NonNull @Description("Name.") String name,
    @NonNull @Description("Category, for example 民生救助 or 惠农补贴.") String category,
    @NonNull @Description("The organisation that runs it.") OrganisationView organisation,
    @NonNull @Description("The division that it is paid in.") RegionView region,
    @Nullable @Description("What it rests on 政策依据.") String basis,
    @Nullable @Description("Who receives how much 补助标准.") String standard,
    @NonNull @Description("How its published list names people.") PublicityRule publicityRule,
    @Description("Whether its list tells of illness, disability or a minor.") boolean sensitive,
    @Nullable @Description("First day; null when the source does not say.") LocalDate validFrom,
    @Nullable @Description("Last day; null while it goes on.") LocalDate validUntil) {}
