/**
 * What several integration tests share: accounts of the real Keycloak, rows planted in the real
 * database, requests to the running service.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.support;
