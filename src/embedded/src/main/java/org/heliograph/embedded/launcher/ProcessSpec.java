package org.heliograph.embedded.launcher;

import java.util.List;
import java.util.Map;

/**
 * How to start a child.
 *
 * @param command program and arguments
 * @param environment variables added to the launcher's own
 * @param marker a part of the command line that no foreign process has: a directory of this stack
 */
record ProcessSpec(List<String> command, Map<String, String> environment, String marker) {}
