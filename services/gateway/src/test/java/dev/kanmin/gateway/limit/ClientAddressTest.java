package dev.kanmin.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTest {
  private final ClientAddress addresses =
      new ClientAddress(Limits.with("trusted-proxies", "10.0.0.0/8,fd00::/8"));

  @Test
  void what_a_stranger_says_of_others_is_not_believed() {
    assertThat(of("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
  }

  @Test
  void a_proxy_of_ours_says_who_asks_and_what_stands_before_that_was_made_up() {
    assertThat(of("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(of("10.1.2.3", "192.0.2.9, 198.51.100.1, 10.4.5.6")).isEqualTo("198.51.100.1");
    assertThat(of("fd00::1", "nobody, 2001:db8:1:2:3::4")).isEqualTo("20010db800010002/64");
  }

  @Test
  void a_proxy_that_says_nothing_asks_for_itself() {
    assertThat(of("10.1.2.3", "")).isEqualTo("10.1.2.3");
    assertThat(of("10.1.2.3", "[, x, 1.2.3")).isEqualTo("10.1.2.3");
  }

  @Test
  void a_subscriber_has_a_whole_network_of_the_longer_addresses() {
    assertThat(of("2001:db8:1:2::1", "")).isEqualTo(of("2001:db8:1:2:ffff::9", ""));
    assertThat(of("2001:db8:1:2::1", "")).isNotEqualTo(of("2001:db8:1:3::1", ""));
  }

  @Test
  void a_network_that_is_none_is_named_at_start() {
    assertThatThrownBy(() -> new ClientAddress(Limits.with("trusted-proxies", "10.0.0.0")))
        .hasMessageContaining("trusted-proxies")
        .hasMessageContaining("'10.0.0.0' is no network");
  }

  private String of(String peer, String forwardedFor) {
    var request = MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(peer, 4711));
    return addresses.of(
        forwardedFor.isEmpty()
            ? request.build()
            : request.header("X-Forwarded-For", forwardedFor).build());
  }
}
