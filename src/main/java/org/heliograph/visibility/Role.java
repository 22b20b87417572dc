package org.heliograph.visibility;

/**
 * The roles that the identity provider may assign. The names in the token are these in lower case.
 */
public enum Role {
  CITIZEN,
  STAFF,
  EDITOR,
  REVIEWER,
  SUPERVISOR,
  AUDITOR,
  ADMIN,
  /** Another system, for one organisation: drafts and submits, never approves. */
  SERVICE
}
