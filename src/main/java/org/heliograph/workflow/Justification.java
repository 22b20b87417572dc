package org.heliograph.workflow;

import org.heliograph.privacy.Category;

/**
 * An editor's word that a finding may go out.
 *
 * @param place the field of the finding
 */
public record Justification(String place, Category category, String reason) {}
