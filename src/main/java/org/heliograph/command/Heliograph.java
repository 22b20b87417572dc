package org.heliograph.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.security.SecureRandom;
import java.util.Base64;
import org.heliograph.command.CommandLine.Misunderstood;

/** Where the jar begins: without arguments it serves, otherwise it does one thing and ends. */
@QuarkusMain
public final class Heliograph {
  static final String HELP =
      """
      usage: java -jar quarkus-run.jar [COMMAND]

        serve                    answer requests; so does no command at all
        migrate                  bring the database's tables up to date, as their owner
        import KIND FILE…        import records from JSON Lines (.jsonl), CSV (.csv) or spreadsheets (.xlsx)
          KIND                   power-items, disclosures, subsidy-beneficiaries, case-outcomes, statutes,
                                 regions, organisations, programmes, working-days, expiry-rules
          --publish              publish what does not say that it stays a draft (needs --reason)
          --reason TEXT          why; recorded with the import
          --actor NAME           who imports; recorded (default: operator)
          --dry-run              try everything and keep nothing; each file by itself
          --errors FILE          write every row error to a CSV file (row, column, value, reason)
          --wait-indexed SECONDS wait until what was imported can be searched
        reindex [KIND]           build the search indices anew from the database
        import all DIRECTORY…    the same for directories that hold a file for each kind, in the right order
        dump DIRECTORY           write everything public as CSV and JSON Lines, with checksums and a data package
        publish KIND CODE        publish the revision in work of one record (needs --reason)
        withdraw KIND CODE       withdraw one record, with a public --reason
          --as HOW               GONE, REPLACED (with --successor CODE), WITHDRAWN or ERASED
          --organisation CODE    needed only where several organisations use the code
          KIND                   power-item, disclosure, subsidy-beneficiary, case-outcome
        audit verify             find out whether the audit trail was edited, cut or added to
          --keep FILE            keep the ends of the chains; --against FILE compares with kept ones
        privacy FILE…            list what is personal in documents (.xlsx, .xls, .docx, .pdf, .csv, .txt, pictures' data)
          --measure              the files are planted sets (JSON Lines): print recall and precision
        relevance                ask a running service judged questions and print how well it answers
          --set NAME             small (default), county or statutes; the service has to hold what is asked about
          --data DIRECTORY       for statutes: queries.jsonl and qrels.tsv
          --url URL              of the service (default http://localhost:8080/graphql)
          --sets DIRECTORY       where the sets and their baselines are (default src/bench/relevance)
          --at-least NUMBER      fail below this nDCG@10
          --keep                 keep the figures as the set's baseline
        help                     this text

      Exit codes: 0 done, 1 failed, 2 not understood, 3 done but some rows were rejected,
      4 personal data found.
      An interrupted import goes on where it stopped when the same command is given again.
      """;

  private Heliograph() {}

  public static void main(String... arguments) {
    CommandLine command;
    try {
      command = CommandLine.parse(arguments);
    } catch (Misunderstood e) {
      System.err.println("heliograph: " + e.getMessage() + ".\n");
      System.err.print(HELP);
      System.exit(Exit.MISUNDERSTOOD.code());
      return;
    }
    switch (command) {
      case CommandLine.Help help -> System.out.print(HELP);
      case CommandLine.Serve serve -> Quarkus.run();
      case CommandLine.Migrate migrate -> command("true", arguments);
      case CommandLine.Import imports -> command(null, arguments);
      case CommandLine.Reindex reindex -> command(null, arguments);
      case CommandLine.Dump dump -> command(null, arguments);
      case CommandLine.Publish publish -> command(null, arguments);
      case CommandLine.Withdraw withdraw -> command(null, arguments);
      case CommandLine.VerifyAudit verify -> command(null, arguments);
      case CommandLine.Privacy privacy ->
          System.exit(new PrivacyCommand(System.out, System.err).run(privacy).code());
      case CommandLine.Measure measure ->
          System.exit(new RelevanceCommand(System.out, System.err).run(measure).code());
    }
  }

  /**
   * Starts the application without a port and without asking Keycloak for anything.
   *
   * @param migrate whether to migrate at start; null: as configured
   */
  private static void command(
      @org.jspecify.annotations.Nullable String migrate, String... arguments) {
    set("quarkus.http.host-enabled", "false");
    set("quarkus.oidc.tenant-enabled", "false");
    set("quarkus.scheduler.enabled", "false");
    // what a command has to say it says itself
    set("quarkus.log.console.level", "ERROR");
    set("quarkus.log.console.stderr", "true");
    if (migrate != null) {
      set("quarkus.flyway.migrate-at-start", migrate);
      // the index is another matter, and may not even be there yet
      set("heliograph.search.index", "false");
    }
    if (System.getenv("HELIOGRAPH_CURSOR_KEY") == null) {
      // a command makes no cursors: any key does
      byte[] key = new byte[32];
      new SecureRandom().nextBytes(key);
      set("heliograph.cursor.key", Base64.getEncoder().encodeToString(key));
    }
    Quarkus.run(
        CommandApplication.class,
        (code, failure) -> {
          if (failure != null) {
            System.err.println("heliograph: " + Failure.sentence(failure));
          }
          System.exit(failure != null && code == 0 ? Exit.FAILED.code() : code);
        },
        arguments);
  }

  private static void set(String property, String value) {
    System.setProperty(property, value);
  }
}
