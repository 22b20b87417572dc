package org.heliograph.graphql;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who sent a request, and what the audit trail says of where it came from.
 *
 * @param requestId the id that the proxy before the service gave it, or one of our own
 * @param addressClass LOOPBACK, PRIVATE or PUBLIC; never the address itself
 * @param visitor tells anonymous visitors of one day apart and says nothing of them; nought for
 *     whoever is not to be counted
 */
public record Caller(
    SecurityIdentity identity, String requestId, String addressClass, long visitor) {}
