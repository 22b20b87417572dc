/** What the README shows is what a newcomer gets. */
@org.jspecify.annotations.NullMarked
package org.heliograph.readme;
