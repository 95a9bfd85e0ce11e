package dev.kanmin.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kanmin.gateway.limit.Quota.Taken;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemTypes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Charges requests to the quotas of whoever sent them, and tells them in the headers of
 * draft-ietf-httpapi-ratelimit-headers-10 how much is left.
 */
@Component
final class Quotas {
  private static final Logger log = LoggerFactory.getLogger(Quotas.class);
  private static final String RATE_LIMIT = "RateLimit";
  private static final String RATE_LIMIT_POLICY = "RateLimit-Policy";
  private static final int MOST_TOLD = 1_000;

  private final Quota agencies;
  private final Quota persons;
  private final Quota addresses;
  private final MeterRegistry meters;

  /** Of whom the log has told of late: a flood must not become one of lines. */
  private final Cache<String, Boolean> told =
      Caffeine.newBuilder().maximumSize(MOST_TOLD).expireAfterWrite(Duration.ofMinutes(1)).build();

  Quotas(LimitProperties properties, MeterRegistry meters) {
    this.agencies = new Quota("agency", properties.agencyPerSecond(), properties.agencyBurst());
    this.persons = new Quota("person", properties.personPerSecond(), properties.personBurst());
    this.addresses = new Quota("address", properties.addressPerSecond(), properties.addressBurst());
    this.meters = meters;
  }

  Client agency(String code) {
    return new Client(agencies, code, code);
  }

  Client person(String agency, String name) {
    return new Client(persons, agency + "/" + name, agency);
  }

  Client address(String text) {
    return new Client(addresses, text, text);
  }

  /**
   * Takes what a request costs; one that costs nothing more says nothing more either.
   *
   * @throws ProblemException 429 when the client has not so much left
   */
  void charge(ServerWebExchange exchange, Client client, int units) {
    if (units == 0) {
      return;
    }
    Taken taken = client.quota().take(client.key(), units);
    long seconds = taken.isGranted() ? 1 : seconds(taken.pause());
    tell(exchange, client.quota(), taken.remaining(), seconds);
    if (!taken.isGranted()) {
      throw exceeded(
          client,
          client.quota().name(),
          "The quota of this "
              + client.quota().name()
              + " is used up for the moment: see RateLimit, and come back after "
              + seconds
              + " s.",
          seconds);
    }
  }

  /** For one of whose kind the client has enough under way. */
  ProblemException tooManyAtOnce(ServerWebExchange exchange, Client client, Toll toll, int most) {
    String policy = toll.code() + "-at-once";
    HttpHeaders headers = exchange.getResponse().getHeaders();
    put(headers, RATE_LIMIT_POLICY, "\"" + policy + "\";q=" + most + ";qu=\"concurrent-requests\"");
    put(headers, RATE_LIMIT, "\"" + policy + "\";r=0;t=1");
    return exceeded(
        client,
        policy,
        "This "
            + client.quota().name()
            + " has "
            + most
            + " requests of this kind under way, which is as many as it may have. Wait for one to"
            + " end.",
        1);
  }

  private ProblemException exceeded(Client client, String policy, String detail, long seconds) {
    Counter.builder("kanmin.limits.exceeded")
        .description("requests refused because their client had used up what it may take")
        .tag("policy", policy)
        .register(meters)
        .increment();
    if (told.asMap().putIfAbsent(policy + " " + client.name(), true) == null) {
      log.warn("limit exceeded policy={} client={}", policy, client.name());
    }
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return new ProblemException(ProblemTypes.QUOTA_EXCEEDED, detail, List.of(), headers);
  }

  private static void tell(ServerWebExchange exchange, Quota quota, long remaining, long seconds) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    put(headers, RATE_LIMIT_POLICY, quota.policy());
    put(headers, RATE_LIMIT, "\"" + quota.name() + "\";r=" + remaining + ";t=" + seconds);
  }

  /** The narrower limit stands first. */
  private static void put(HttpHeaders headers, String name, String item) {
    String wider = headers.getFirst(name);
    headers.set(name, wider == null ? item : item + ", " + wider);
  }

  private static long seconds(Duration pause) {
    return Math.max(1, pause.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
