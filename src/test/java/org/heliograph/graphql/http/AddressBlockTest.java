package org.heliograph.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressBlockTest {
  private static byte[] address(String text) {
    return AddressBlock.bytes(text).orElseThrow();
  }

  @Test
  void a_block_holds_what_begins_like_it() {
    var block = AddressBlock.parse("10.32.0.0/11");
    assertTrue(block.holds(address("10.63.255.255")));
    assertFalse(block.holds(address("10.64.0.0")));
    assertFalse(block.holds(address("::1")));
    assertTrue(AddressBlock.parse("192.0.2.7").holds(address("192.0.2.7")));
    assertFalse(AddressBlock.parse("192.0.2.7").holds(address("192.0.2.8")));
    assertTrue(AddressBlock.parse("0.0.0.0/0").holds(address("203.0.113.9")));
    assertTrue(AddressBlock.parse("2001:db8::/32").holds(address("2001:db8:ffff::1")));
    assertFalse(AddressBlock.parse("2001:db8::/32").holds(address("2001:db9::1")));
  }

  @Test
  void all_addresses_of_one_line_are_one_network() {
    byte[] one = AddressBlock.of(address("2001:db8:1:2300::1"), 56).prefix();
    assertTrue(
        Arrays.equals(one, AddressBlock.of(address("2001:db8:1:23ff:8:7:6:5"), 56).prefix()));
    assertFalse(Arrays.equals(one, AddressBlock.of(address("2001:db8:1:2400::1"), 56).prefix()));
  }

  @Test
  void names_are_no_addresses() {
    for (String text :
        new String[] {"", "example.org", "localhost", "1.2.3.4.5", "999.1.1.1", "abc"}) {
      assertEquals(Optional.empty(), AddressBlock.bytes(text), text);
    }
    assertThrows(IllegalArgumentException.class, () -> AddressBlock.parse("proxy.example.org"));
    assertThrows(IllegalArgumentException.class, () -> AddressBlock.parse("10.0.0.0/33"));
  }
}
