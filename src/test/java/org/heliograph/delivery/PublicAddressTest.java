package org.heliograph.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {
  @ParameterizedTest
  @CsvSource({
    "93.184.215.14, true",
    "100.63.255.255, true",
    "172.15.255.255, true",
    "172.32.0.1, true",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c, true",
    "0.0.0.0, false",
    "10.1.2.3, false",
    "100.64.0.1, false",
    "100.100.100.200, false",
    "127.0.0.1, false",
    "127.255.255.254, false",
    "168.63.129.16, false",
    "169.254.169.254, false",
    "172.16.0.1, false",
    "172.31.255.255, false",
    "192.0.0.8, false",
    "192.168.0.1, false",
    "198.19.255.255, false",
    "203.0.113.9, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "::, false",
    "::1, false",
    "::7f00:1, false",
    "::ffff:127.0.0.1, false",
    "::ffff:169.254.169.254, false",
    "64:ff9b::7f00:1, false",
    "64:ff9b:1::a9fe:a9fe, false",
    "100::1, false",
    "2001::1, false",
    "2001:db8::1, false",
    "2002:7f00:1::, false",
    "3fff::1, false",
    "fc00::1, false",
    "fd00:ec2::254, false",
    "fe80::1, false",
    "fec0::1, false",
    "ff02::1, false"
  })
  void only_what_lies_in_the_public_internet_may_be_called(String address, boolean may)
      throws Exception {
    assertEquals(may, PublicAddress.is(InetAddress.getByName(address)), address);
  }
}
