package dev.kanmin.gateway.page;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Knows the sessions of each person: who signs in again and again ends the oldest. So one person
 * cannot take the place that sessions have for all.
 */
final class PersonSessions implements ServerAuthenticationSuccessHandler {
  private static final Duration LONGER_THAN_A_SESSION = Duration.ofHours(1);
  private static final int MOST_PERSONS = 10_000;

  private final int mostPerPerson;
  private final ConcurrentMap<String, Deque<WebSession>> sessions =
      Caffeine.newBuilder()
          .maximumSize(MOST_PERSONS)
          .expireAfterAccess(LONGER_THAN_A_SESSION)
          .<String, Deque<WebSession>>build()
          .asMap();

  PersonSessions(int mostPerPerson) {
    this.mostPerPerson = mostPerPerson;
  }

  @Override
  public Mono<Void> onAuthenticationSuccess(
      WebFilterExchange exchange, Authentication authentication) {
    return exchange
        .getExchange()
        .getSession()
        .flatMapMany(session -> Flux.fromIterable(add(authentication.getName(), session)))
        .concatMap(WebSession::invalidate)
        .then();
  }

  /** Those that must end for it. */
  private Deque<WebSession> add(String person, WebSession session) {
    Deque<WebSession> ending = new ArrayDeque<>();
    sessions.compute(
        person,
        (_, known) -> {
          Deque<WebSession> open = known == null ? new ArrayDeque<>() : known;
          open.removeIf(one -> one.isExpired() || one.getId().equals(session.getId()));
          open.addLast(session);
          while (open.size() > mostPerPerson) {
            ending.add(open.removeFirst());
          }
          return open;
        });
    return ending;
  }
}
