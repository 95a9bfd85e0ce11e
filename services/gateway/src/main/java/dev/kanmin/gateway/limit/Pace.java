package dev.kanmin.gateway.limit;

import dev.kanmin.gateway.limit.Quota.Taken;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * How fast one client may go on in what it has begun: a long stream pays as it is read. Nothing is
 * refused here; who has used up the quota waits.
 */
public final class Pace {
  /** For a client whose haste costs nobody anything, or where clients are not told apart. */
  public static final Pace FREE = new Pace(Optional.empty());

  private static final Duration A_MOMENT = Duration.ofMillis(200);

  /** There are two readers of old parts: whoever reads one leaves the other to others. */
  private static final int STEPS_AT_ONCE = 1;

  private final Optional<Walker> walker;

  private record Walker(Quotas quotas, AtOnce underWay, Client client) {
    String place() {
      return "STEP " + client.quota().name() + " " + client.key();
    }
  }

  private Pace(Optional<Walker> walker) {
    this.walker = walker;
  }

  Pace(Quotas quotas, AtOnce underWay, Client client) {
    this(Optional.of(new Walker(quotas, underWay, client)));
  }

  static void leave(ServerWebExchange exchange, Pace pace) {
    exchange.getAttributes().put(Pace.class.getName(), pace);
  }

  /** Of whoever sent the request. */
  public static Pace of(ServerWebExchange exchange) {
    return exchange.getAttribute(Pace.class.getName()) instanceof Pace pace ? pace : FREE;
  }

  /**
   * Asks for a step that costs so much.
   *
   * @return zero: it may begin now, and its {@link #end} must be told; else when to ask again
   */
  public Duration begin(int units) {
    return walker.map(who -> begin(who, units)).orElse(Duration.ZERO);
  }

  /** A step has ended, well or not. */
  public void end() {
    walker.ifPresent(who -> who.underWay().leave(who.place()));
  }

  private static Duration begin(Walker who, int units) {
    if (!who.underWay().enter(who.place(), STEPS_AT_ONCE)) {
      return A_MOMENT;
    }
    Taken taken = who.client().quota().take(who.client().key(), units);
    if (taken.isGranted()) {
      return Duration.ZERO;
    }
    who.underWay().leave(who.place());
    return taken.pause().compareTo(A_MOMENT) < 0 ? A_MOMENT : taken.pause();
  }
}
