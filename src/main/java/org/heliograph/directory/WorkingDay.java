package org.heliograph.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day on which the calendar departs from Monday to Friday: a holiday, or a make-up day. */
public record WorkingDay(LocalDate day, boolean working, @Nullable String note) {}
