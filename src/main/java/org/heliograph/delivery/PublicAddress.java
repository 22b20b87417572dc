package org.heliograph.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/**
 * Which addresses lie in the public Internet. Everything else (this machine, private networks,
 * link-local with the clouds' metadata, carriers' networks, multicast, documentation, and whatever
 * leads to IPv4 through IPv6) is nobody's to have called by this service.
 */
final class PublicAddress {
  /** IANA's special-purpose registry, and the one metadata address that lies outside of it. */
  private static final List<Block> NOT_PUBLIC_4 =
      List.of(
          new Block("00000000", 8),
          new Block("0a000000", 8),
          new Block("64400000", 10),
          new Block("7f000000", 8),
          new Block("a9fe0000", 16),
          new Block("ac100000", 12),
          new Block("c0000000", 24),
          new Block("c0000200", 24),
          new Block("c01fc400", 24),
          new Block("c034c100", 24),
          new Block("c0586300", 24),
          new Block("c0a80000", 16),
          new Block("c0af3000", 24),
          new Block("c6120000", 15),
          new Block("c6336400", 24),
          new Block("cb007100", 24),
          new Block("e0000000", 4),
          new Block("f0000000", 4),
          new Block("a83f8110", 32));

  /** Global unicast; loopback, mapped, NAT64, unique local, link-local, multicast lie outside. */
  private static final Block GLOBAL_6 = new Block("20000000000000000000000000000000", 3);

  /** Within it: protocol assignments with Teredo, documentation, 6to4, documentation again. */
  private static final List<Block> NOT_PUBLIC_6 =
      List.of(
          new Block("20010000000000000000000000000000", 23),
          new Block("20010db8000000000000000000000000", 32),
          new Block("20020000000000000000000000000000", 16),
          new Block("3fff0000000000000000000000000000", 20));

  private PublicAddress() {}

  private record Block(String first, int bits) {
    boolean holds(byte[] address) {
      byte[] start = HexFormat.of().parseHex(first);
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address four -> NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
      case Inet6Address six ->
          GLOBAL_6.holds(bytes)
              && six.getScopeId() == 0
              && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
      default -> false;
    };
  }
}
