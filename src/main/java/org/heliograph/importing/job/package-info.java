/**
 * Imports that editors upload: a job that is checked first, shown, confirmed and then done, by
 * whichever pod comes to it. Its file is kept enciphered in the database, and on a pod only while
 * the pod works on it. May use what importing may use.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.importing.job;
