package dev.kanmin.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * One client that takes what it can get, from one address, until it is closed. It has few threads
 * and sends at a pace, not as fast as it can: it shares the machine with what it abuses, and must
 * not take from others the processor that only the system may take from them.
 */
final class Abuser implements AutoCloseable {
  /** Of connections that somebody sends on; those that only stay open need no thread. */
  private static final int THREADS = 8;

  private static final Duration LAST_ANSWER = Duration.ofSeconds(35);
  private static final String REFUSED = "closed";

  private final String gateway;
  private final String address;
  private final List<Thread> threads = new ArrayList<>();
  private final List<Wire> held = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, AtomicLong> answers = new ConcurrentSkipListMap<>();
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean stopping;

  Abuser(String gateway, String address) {
    this.gateway = gateway;
    this.address = address;
  }

  /** Sends these one after the other, so many a second, and reads what is answered. */
  void flood(int perSecond, List<byte[]> requests) {
    var next = new AtomicLong();
    var start = System.nanoTime();
    for (int number = 0; number < THREADS; number++) {
      begin(
          () -> {
            var line = new Line();
            while (!stopping) {
              var turn = next.getAndIncrement();
              awaitMoment(start + TimeUnit.SECONDS.toNanos(turn) / perSecond);
              if (!stopping) {
                line.exchange(requests.get((int) (turn % requests.size())));
              }
            }
            line.end();
          });
    }
  }

  /** The same of one connection only, each request after the answer to the one before. */
  void repeat(byte[]... requests) {
    begin(
        () -> {
          var line = new Line();
          for (int turn = 0; !stopping; turn++) {
            line.exchange(requests[turn % requests.length]);
          }
          line.end();
        });
  }

  /** Opens so many connections, sends that on each, and never reads. */
  void ignore(int count, int perSecond, byte[] requests) {
    begin(
        () -> {
          var start = System.nanoTime();
          for (int number = 0; number < count && !stopping; number++) {
            awaitMoment(start + TimeUnit.SECONDS.toNanos(number) / perSecond);
            hold(requests);
          }
        });
  }

  /** Begins a request and sends a byte of its body now and then. */
  void trickle(byte[] beginning, int everyMillis) {
    begin(
        () -> {
          try (var wire = Wire.open(gateway, address)) {
            sent.incrementAndGet();
            wire.write(beginning);
            for (var next = System.nanoTime(); !stopping; ) {
              next += TimeUnit.MILLISECONDS.toNanos(everyMillis);
              awaitMoment(next);
              wire.write(new byte[] {' '});
            }
          } catch (IOException e) {
            count(REFUSED);
          }
        });
  }

  /** How often each status was answered; connections that ended without an answer too. */
  String answers() {
    var counts = new TreeMap<String, Long>();
    answers.forEach((status, count) -> counts.put(status, count.get()));
    return counts.toString();
  }

  /** Answers that say that something went wrong on our side, a pause that is asked for left out. */
  long improper() {
    return answers.entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("5") && !answer.getKey().equals("503"))
        .mapToLong(answer -> answer.getValue().get())
        .sum();
  }

  long sent() {
    return sent.get();
  }

  private void hold(byte[] requests) {
    try {
      var wire = Wire.narrow(gateway, address);
      held.add(wire);
      sent.incrementAndGet();
      wire.write(requests);
    } catch (IOException e) {
      count(REFUSED);
    }
  }

  private void begin(Runnable work) {
    threads.add(Thread.ofPlatform().daemon().name("abuser-" + threads.size()).start(work));
  }

  private void count(String answer) {
    answers.computeIfAbsent(answer, _ -> new AtomicLong()).incrementAndGet();
  }

  private void awaitMoment(long nanos) {
    for (var left = nanos - System.nanoTime(); left > 0 && !stopping; ) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
      left = nanos - System.nanoTime();
    }
  }

  @Override
  public void close() {
    stopping = true;
    for (var thread : threads) {
      thread.interrupt();
    }
    for (var wire : held) {
      close(wire);
    }
    for (var thread : threads) {
      try {
        if (!thread.join(LAST_ANSWER)) {
          throw new AssertionError("an abuser does not stop");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void close(Wire wire) {
    try {
      wire.close();
    } catch (IOException e) {
      // it was closed from the other side
    }
  }

  /** A connection that is opened again whenever it has ended. */
  private final class Line {
    private final AtomicInteger failures = new AtomicInteger();
    private final List<Wire> open = new ArrayList<>();

    void exchange(byte[] request) {
      try {
        if (open.isEmpty()) {
          open.add(Wire.open(gateway, address));
        }
        var wire = open.getFirst();
        sent.incrementAndGet();
        wire.write(request);
        count(Integer.toString(wire.answer()));
        if (wire.isEnding()) {
          end();
        }
        failures.set(0);
      } catch (IOException e) {
        count(REFUSED);
        end();
        awaitMoment(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(failures.incrementAndGet()));
      }
    }

    void end() {
      open.forEach(Abuser::close);
      open.clear();
    }
  }
}
