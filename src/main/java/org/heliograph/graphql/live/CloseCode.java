package org.heliograph.graphql.live;

/**
 * Why the service closes a connection: the codes of graphql-transport-ws, and 1009 and 1013 of RFC
 * 6455.
 */
enum CloseCode {
  TOO_BIG(1009),
  BAD_REQUEST(4400),
  UNAUTHORIZED(4401),
  FORBIDDEN(4403),
  INIT_TIMEOUT(4408),
  SUBSCRIBER_EXISTS(4409),
  TOO_MANY_INITS(4429),
  TRY_AGAIN_LATER(1013);

  private final short number;

  CloseCode(int number) {
    this.number = (short) number;
  }

  short number() {
    return number;
  }
}
