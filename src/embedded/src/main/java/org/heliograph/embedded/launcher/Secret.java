package org.heliograph.embedded.launcher;

/** What a stack keeps secret. */
enum Secret {
  POSTGRES_SUPERUSER,
  DATABASE_OWNER,
  DATABASE_APP,
  KEYCLOAK_ADMIN,
  CURSOR_KEY,
  PERSON_KEY;

  boolean isKey() {
    return this == CURSOR_KEY || this == PERSON_KEY;
  }
}
