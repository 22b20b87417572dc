package org.heliograph.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.RegionView;
import org.heliograph.graphql.RecordNode;
import org.jspecify.annotations.Nullable;

/** Where a text leads straight to. */
@Name("SearchShortcut")
@Description("What the text names exactly, so that a page can lead straight to it.")
public record ShortcutView(
    @Nullable @Description("The record with this code, document number or article number.")
        RecordNode record,
    @Nullable @Description("The division of this name or code.") RegionView region,
    @Nullable @Description("The organisation of this name, short name or code.")
        OrganisationView organisation) {}
