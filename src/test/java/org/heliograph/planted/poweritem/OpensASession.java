package org.heliograph.planted.poweritem;

import org.hibernate.SessionFactory;

/** Reads behind the store's back. */
public record OpensASession(SessionFactory sessions) {
  void read() {
    sessions.openStatelessSession().close();
  }
}
