package org.heliograph.embedded.launcher;

import java.io.PrintStream;

/** What a newcomer reads when everything runs. The queries are the first three of the README. */
final class Welcome {

  private Welcome() {}

  static void print(PrintStream out, Ports ports) {
    out.println(
        """

        Heliograph is ready.

          Explorer   http://localhost:%1$d/q/graphql-ui
          GraphQL    http://localhost:%1$d/graphql
          Health     http://localhost:%1$d/q/health/ready
          Keycloak   http://localhost:%2$d  (realm heliograph)

        Demo accounts (password: sunlight-<name>, for example sunlight-editor)

          citizen                       no more than anonymous
          staff, staff-east             staff of the county, of its eastern township
          editor, editor-nyj, reviewer  civil affairs, agriculture, civil affairs
          deputy                        editor and reviewer of civil affairs
          supervisor, supervisor-town   supervision of the county, of the township
          auditor, admin                everywhere, as staff
          editor-bare                   an editor without an organisation: grants nothing

        Three queries to try

          { powerItems(first: 3) { totalCount nodes { code title organisation { name } } } }
          { search(text: "低保要符合什么条件", first: 3) { totalCount nodes { kind code title } } }
          { subsidySummary(groupBy: [PROGRAMME]) { count sum groups { programme { name } count sum } } }

        Ctrl-C stops everything; the data stay for the next start.
        """
            .formatted(ports.service(), ports.keycloak()));
    out.flush();
  }
}
