package org.heliograph.graphql.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses.
 *
 * @param prefix its first bits, the rest nought
 * @param bits how many of them count
 */
record AddressBlock(byte[] prefix, int bits) {
  /** What may be an address. A name would be looked up, by whomever a visitor chooses. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");

  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text.strip() : text.substring(0, slash).strip();
    byte[] bytes =
        bytes(address)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "heliograph.proxies.trusted takes addresses and blocks such as 10.0.0.0/8"));
    int bits = slash < 0 ? bytes.length * 8 : Integer.parseInt(text.substring(slash + 1).strip());
    return of(bytes, bits);
  }

  /** The block of so many bits that an address lies in. */
  static AddressBlock of(byte[] address, int bits) {
    if (bits < 0 || bits > address.length * 8) {
      throw new IllegalArgumentException("a block has at most as many bits as its address");
    }
    int rest = address.length * 8 - bits;
    byte[] cut = new BigInteger(1, address).shiftRight(rest).shiftLeft(rest).toByteArray();
    byte[] prefix = new byte[address.length];
    int length = Math.min(cut.length, prefix.length);
    System.arraycopy(cut, cut.length - length, prefix, prefix.length - length, length);
    return new AddressBlock(prefix, bits);
  }

  /** The bytes of an address that is written as one; empty for anything else. */
  static Optional<byte[]> bytes(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean holds(byte[] address) {
    return address.length == prefix.length
        && java.util.Arrays.equals(of(address, bits).prefix, prefix);
  }
}
