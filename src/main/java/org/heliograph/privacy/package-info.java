/**
 * Finds what is personal in texts, records and documents before they are published: identity
 * numbers, cards, phones, addresses, plates, passports; and holds the one masked form of each. Uses
 * the JDK and libraries that read documents. Must not know records, roles or storage, and must
 * never repeat in a result, a message or a log what it found.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.privacy;
