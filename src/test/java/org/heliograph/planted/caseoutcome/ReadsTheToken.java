package org.heliograph.planted.caseoutcome;

import io.quarkus.security.identity.SecurityIdentity;

/** Only graphql knows who is asking. */
public record ReadsTheToken(SecurityIdentity identity) {}
