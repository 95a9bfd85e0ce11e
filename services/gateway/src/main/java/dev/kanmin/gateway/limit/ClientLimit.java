package dev.kanmin.gateway.limit;

import dev.kanmin.gateway.limit.AddressLimit.Entry;
import dev.kanmin.web.Caller;
import java.security.Principal;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Charges what a request costs to the agency whose program sends it, to the person who is signed
 * in, or else to the address; and refuses those of whose kind the client has enough under way.
 */
@Component
final class ClientLimit implements WebFilter, Ordered {
  private static final int BEHIND_SECURITY = -50;

  private final LimitProperties properties;
  private final Quotas quotas;
  private final AtOnce underWay;

  ClientLimit(LimitProperties properties, Quotas quotas, AtOnce underWay) {
    this.properties = properties;
    this.quotas = quotas;
    this.underWay = underWay;
  }

  @Override
  public int getOrder() {
    return BEHIND_SECURITY;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!(exchange.getAttribute(Entry.class.getName()) instanceof Entry entry)) {
      return chain.filter(exchange);
    }
    Optional<Client> program =
        Caller.of(exchange).map(caller -> quotas.agency(caller.agency().code()));
    return program.isPresent()
        ? pass(exchange, chain, entry, program.get())
        : exchange
            .getPrincipal()
            .map(this::person)
            .defaultIfEmpty(entry.address())
            .flatMap(client -> pass(exchange, chain, entry, client));
  }

  private Mono<Void> pass(
      ServerWebExchange exchange, WebFilterChain chain, Entry entry, Client client) {
    Toll toll = entry.toll();
    String place = toll + " " + client.quota().name() + " " + client.key();
    int most = properties.atOnce(toll);
    if (!underWay.enter(place, most)) {
      return Mono.error(quotas.tooManyAtOnce(exchange, client, toll, most));
    }
    try {
      // the address has paid for its entry
      quotas.charge(
          exchange, client, client.equals(entry.address()) ? toll.units() - 1 : toll.units());
    } catch (RuntimeException exceeded) {
      underWay.leave(place);
      return Mono.error(exceeded);
    }
    Pace.leave(exchange, new Pace(quotas, underWay, client));
    return chain.filter(exchange).doFinally(_ -> underWay.leave(place));
  }

  private Client person(Principal principal) {
    String agency =
        principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof OAuth2AuthenticatedPrincipal person
                && person.getAttribute("agency") instanceof String code
            ? code
            : "-";
    return quotas.person(agency, principal.getName());
  }
}
