package org.heliograph.embedded.launcher;

/** The processes of a stack, in the order in which they are listed. */
enum ServerKind {
  POSTGRES("postgres", "PostgreSQL", Ports.Setting.POSTGRES, Stop.INTERRUPT),
  ELASTICSEARCH("elasticsearch", "Elasticsearch", Ports.Setting.ELASTICSEARCH, Stop.TERMINATE),
  KEYCLOAK("keycloak", "Keycloak", Ports.Setting.KEYCLOAK, Stop.TERMINATE),
  SERVICE("service", "the service", Ports.Setting.SERVICE, Stop.TERMINATE);

  /** How a process is asked to end. */
  enum Stop {
    TERMINATE,
    /**
     * PostgreSQL ends its sessions on an interrupt; on a termination signal it would wait for
     * clients to leave.
     */
    INTERRUPT
  }

  /** Names files and directories. */
  final String key;

  /** Names the server in messages. */
  final String title;

  final Ports.Setting portSetting;
  final Stop stop;

  ServerKind(String key, String title, Ports.Setting portSetting, Stop stop) {
    this.key = key;
    this.title = title;
    this.portSetting = portSetting;
    this.stop = stop;
  }
}
