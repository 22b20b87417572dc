package org.heliograph.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookAddressTest {
  private static final URI HOOK = URI.create("https://hook.example.org/a");
  private final List<String> asked = new ArrayList<>();

  private WebhookAddress leadingTo(String... addresses) {
    return new WebhookAddress(
        Set.of("gateway.local"),
        host -> {
          asked.add(host);
          var found = new ArrayList<InetAddress>();
          for (String each : addresses) {
            found.add(InetAddress.getByName(each));
          }
          if (found.isEmpty()) {
            throw new UnknownHostException(host);
          }
          return found;
        });
  }

  @Test
  void a_name_is_looked_up_once_and_the_address_that_was_judged_is_the_one_that_is_called()
      throws Exception {
    assertEquals(
        Optional.of(InetAddress.getByName("93.184.215.14")),
        leadingTo("93.184.215.14", "93.184.215.15").resolve(HOOK));
    assertEquals(List.of("hook.example.org"), asked);
  }

  @Test
  void a_name_that_leads_inside_by_any_of_its_addresses_is_not_called() {
    for (String inside : List.of("127.0.0.1", "169.254.169.254", "64:ff9b::7f00:1", "fd00::1")) {
      assertEquals(Optional.empty(), leadingTo("93.184.215.14", inside).resolve(HOOK), inside);
    }
    assertEquals(Optional.empty(), leadingTo().resolve(HOOK));
  }

  @Test
  void what_is_written_is_judged_again_when_it_is_called() {
    assertEquals(
        Optional.empty(), leadingTo("93.184.215.14").resolve(URI.create("http://example.org/")));
    assertEquals(List.of(), asked);
  }

  @Test
  void a_trusted_host_is_called_wherever_it_lies_and_no_other_by_a_likeness_of_its_name()
      throws Exception {
    WebhookAddress addresses = leadingTo("127.0.0.1");
    assertEquals(
        Optional.of(InetAddress.getByName("127.0.0.1")),
        addresses.resolve(URI.create("http://gateway.local:8080/hook")));
    assertTrue(addresses.refusal("http://gateway.local.example.org/hook").isPresent());
    assertTrue(addresses.refusal("http://gateway.local@example.org/hook").isPresent());
  }
}
