package dev.kanmin.gateway.limit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * From where a request comes, as one text for each client: the address (IPv4), or the first half of
 * it (IPv6), of which a subscriber has a whole network.
 */
@Component
final class ClientAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String UNKNOWN = "unknown";
  private static final int NETWORK_BYTES = 8;

  private final List<IpSubnetFilterRule> trusted;

  ClientAddress(LimitProperties properties) {
    this.trusted = properties.trustedProxies().stream().map(ClientAddress::network).toList();
  }

  /** Of whoever sent the request, whichever proxies of ours it passed. */
  String of(ServerHttpRequest request) {
    @Nullable InetSocketAddress peer = request.getRemoteAddress();
    if (peer == null || peer.getAddress() == null) {
      return UNKNOWN;
    }
    return trusted.isEmpty() || !isTrusted(peer)
        ? text(peer.getAddress())
        : forwarded(request).map(ClientAddress::text).orElseGet(() -> text(peer.getAddress()));
  }

  /** Of the other end of a connection. */
  static String of(@Nullable SocketAddress peer) {
    return peer instanceof InetSocketAddress address && address.getAddress() != null
        ? text(address.getAddress())
        : UNKNOWN;
  }

  /** Whether that end is a proxy of ours, behind which are many clients. */
  boolean isTrusted(@Nullable SocketAddress peer) {
    return peer instanceof InetSocketAddress address && isTrusted(address);
  }

  private boolean isTrusted(InetSocketAddress peer) {
    return trusted.stream().anyMatch(network -> network.matches(peer));
  }

  /** The last one that a proxy of ours did not say of another proxy of ours. */
  private Optional<InetAddress> forwarded(ServerHttpRequest request) {
    return request.getHeaders().getOrEmpty(FORWARDED_FOR).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .flatMap(
            text ->
                Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text.strip()))
                    .stream())
        .filter(address -> !isTrusted(new InetSocketAddress(address, 0)))
        .reduce((_, later) -> later);
  }

  private static String text(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length > NETWORK_BYTES
        ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64"
        : address.getHostAddress();
  }

  private static IpSubnetFilterRule network(String cidr) {
    try {
      return new IpSubnetFilterRule(cidr, IpFilterRuleType.ACCEPT);
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException(
          "kanmin.gateway.limits.trusted-proxies: '" + cidr + "' is no network such as 10.0.0.0/8",
          malformed);
    }
  }
}
