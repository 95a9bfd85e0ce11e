package dev.kanmin.gateway.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Counts what each client has under way; who has nothing is not remembered. */
@Component
final class AtOnce {
  private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

  /** Whether one more may begin; then it must {@link #leave}. */
  boolean enter(String client, int most) {
    AtomicBoolean entered = new AtomicBoolean();
    underWay.compute(
        client,
        (_, known) -> {
          int now = known == null ? 0 : known;
          entered.setPlain(now < most);
          return now < most ? Integer.valueOf(now + 1) : known;
        });
    return entered.getPlain();
  }

  void leave(String client) {
    underWay.computeIfPresent(client, (_, now) -> now == 1 ? null : now - 1);
  }
}
