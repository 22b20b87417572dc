/**
 * Lists that editors upload: the route that takes a file and gives refused rows back, and what
 * GraphQL says of the jobs. May use what editing may use; the work itself is done in importing.job.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.editing.imports;
