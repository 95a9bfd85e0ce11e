package dev.kanmin.gateway.limit;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of answers that wait for clients to take them. They have a bound together, and one address
 * may hold no more than half of it: the rest is for others who are slow without being to blame.
 */
final class Untaken {
  private static final int SHARE = 2;

  private final long most;
  private final AtomicLong all = new AtomicLong();
  private final ConcurrentMap<String, Long> ofAddress = new ConcurrentHashMap<>();

  Untaken(long most) {
    this.most = most;
  }

  long all() {
    return all.get();
  }

  /**
   * Counts a change, and says whether what waits then may wait.
   *
   * @param address empty where an address stands for many clients
   */
  boolean count(Optional<String> address, long change) {
    boolean within = all.addAndGet(change) <= most;
    return address.map(known -> of(known, change) <= most / SHARE).orElse(true) && within;
  }

  private long of(String address, long change) {
    Long now =
        ofAddress.compute(
            address,
            (_, known) -> {
              long sum = (known == null ? 0 : known) + change;
              return sum == 0 ? null : sum;
            });
    return now == null ? 0 : now;
  }
}
