/**
 * What visitors ask the search, what finds nothing, what is slow and what is opened: counted
 * without persons. Uses the directory's names, the store and who is asking; owns its two tables.
 * Must not keep an address, an account, a session or a time finer than a day, and must not let out,
 * to anybody, what fewer than five visitors did.
 */
@NullMarked
package org.heliograph.analytics;

import org.jspecify.annotations.NullMarked;
