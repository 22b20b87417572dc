package org.heliograph.command;

/** How a command ended, for whatever started it. */
enum Exit {
  DONE(0),
  FAILED(1),
  MISUNDERSTOOD(2),
  ROWS_REJECTED(3),
  PERSONAL_DATA(4);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
