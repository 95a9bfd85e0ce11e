package dev.kanmin.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Spring Security's strict firewall, for every request in which it could find anything. It looks
 * for two dozen patterns in the address and again at each header whenever one is read; nearly all
 * requests are made of letters, digits and a few signs, and have none of them. Those are known by
 * looking at each character once, and pass as they are. Line breaks in answers, which the strict
 * one looks for too, are refused by the server's own headers.
 */
final class PlainRequests implements ServerWebExchangeFirewall {
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final ServerWebExchangeFirewall strict;

  PlainRequests(ServerWebExchangeFirewall strict) {
    this.strict = strict;
  }

  PlainRequests() {
    this(new StrictServerWebExchangeFirewall());
  }

  @Override
  public Mono<ServerWebExchange> getFirewalledExchange(ServerWebExchange exchange) {
    return isPlain(exchange.getRequest())
        ? Mono.just(exchange)
        : strict.getFirewalledExchange(exchange);
  }

  private static boolean isPlain(ServerHttpRequest request) {
    return METHODS.contains(request.getMethod())
        && isPlainPath(request.getURI().getRawPath())
        && isPlainQuery(request.getURI().getRawQuery())
        && request.getHeaders().headerSet().stream().allMatch(PlainRequests::isPlainHeader);
  }

  /** Without escapes, empty segments, and segments that begin with a dot. */
  private static boolean isPlainPath(String path) {
    char before = ' ';
    for (int at = 0; at < path.length(); at++) {
      char sign = path.charAt(at);
      boolean plain =
          (sign >= 'a' && sign <= 'z')
              || (sign >= 'A' && sign <= 'Z')
              || (sign >= '0' && sign <= '9')
              || sign == '-'
              || sign == '_'
              || ((sign == '/' || sign == '.') && before != '/');
      if (!plain) {
        return false;
      }
      before = sign;
    }
    return true;
  }

  private static boolean isPlainQuery(@Nullable String query) {
    return query == null || (query.indexOf('%') < 0 && isPrintable(query));
  }

  private static boolean isPlainHeader(Map.Entry<String, List<String>> header) {
    return isPrintable(header.getKey())
        && header.getValue().stream().allMatch(PlainRequests::isPrintable);
  }

  private static boolean isPrintable(String text) {
    for (int at = 0; at < text.length(); at++) {
      // below the blank it wraps around to a large char
      if ((char) (text.charAt(at) - ' ') > '~' - ' ') {
        return false;
      }
    }
    return true;
  }
}
