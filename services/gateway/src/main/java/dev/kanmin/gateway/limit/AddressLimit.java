package dev.kanmin.gateway.limit;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Charges each request to the address that it comes from, before anything is done for it: before a
 * token is looked at, and before somebody is sent to sign in. Requests of operators, on the port
 * that is theirs, cost nothing.
 */
@Component
final class AddressLimit implements WebFilter, Ordered {
  private static final int BEFORE_SECURITY = -200;
  private static final int ENTRY = 1;

  private final boolean perClient;
  private final ApplicationContext publicDoor;
  private final ClientAddress addresses;
  private final Quotas quotas;

  AddressLimit(
      LimitProperties properties,
      ApplicationContext publicDoor,
      ClientAddress addresses,
      Quotas quotas) {
    this.perClient = properties.perClient();
    this.publicDoor = publicDoor;
    this.addresses = addresses;
    this.quotas = quotas;
  }

  @Override
  public int getOrder() {
    return BEFORE_SECURITY;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!perClient || !publicDoor.equals(exchange.getApplicationContext())) {
      return chain.filter(exchange);
    }
    Toll toll = Toll.of(exchange.getRequest());
    Client address = quotas.address(addresses.of(exchange.getRequest()));
    try {
      quotas.charge(exchange, address, toll == Toll.SIGN_IN ? toll.units() : ENTRY);
    } catch (RuntimeException exceeded) {
      return Mono.error(exceeded);
    }
    exchange.getAttributes().put(Entry.class.getName(), new Entry(toll, address));
    return chain.filter(exchange);
  }

  /** What is left on the exchange for {@link ClientLimit}. */
  record Entry(Toll toll, Client address) {}
}
