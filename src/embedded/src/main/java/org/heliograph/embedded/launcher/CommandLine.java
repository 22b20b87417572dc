package org.heliograph.embedded.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The launcher's arguments, taken apart.
 *
 * @param command the first word
 * @param flags {@code --name value} and {@code --name=value}; a switch has the value "true"
 * @param rest everything after the command, untouched, for the commands that pass it on
 */
record CommandLine(String command, Map<String, String> flags, List<String> rest) {

  private static final Set<String> SWITCHES = Set.of("--fresh");
  private static final Set<String> VALUED =
      Set.of(
          "--sample",
          "--payments",
          "--port",
          "--postgres-port",
          "--elasticsearch-port",
          "--keycloak-port");

  /** For the launcher's own commands: every argument must be a flag it knows. */
  static CommandLine parse(List<String> arguments) {
    Map<String, String> flags = new HashMap<>();
    List<String> rest = new ArrayList<>(arguments.subList(1, arguments.size()));
    for (int i = 0; i < rest.size(); i++) {
      String argument = rest.get(i);
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (SWITCHES.contains(argument)) {
        flags.put(argument, "true");
      } else if (VALUED.contains(name) && (equals >= 0 || i + 1 < rest.size())) {
        flags.put(name, equals >= 0 ? argument.substring(equals + 1) : rest.get(++i));
      } else {
        throw new Refusal(
            "\"%s\" is not understood after \"%s\": see ./heliograph help."
                .formatted(argument, arguments.get(0)));
      }
    }
    return new CommandLine(arguments.get(0), flags, rest);
  }

  /** For the commands that hand their arguments on to Maven or to the service. */
  static CommandLine passingOn(List<String> arguments) {
    return new CommandLine(arguments.get(0), Map.of(), arguments.subList(1, arguments.size()));
  }

  boolean has(String name) {
    return flags.containsKey(name);
  }
}
