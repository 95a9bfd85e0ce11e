package dev.kanmin.bench.fold;

import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.view.GatewayServer;
import dev.kanmin.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The ordinary gateway, warm, which finds many new records in its feed: its process is halted while
 * they are written, goes on, and is timed until its answers show the last one. So everything counts
 * that a record costs it: consuming, folding, publishing pictures, and what streams keep.
 */
final class FoldingGateway implements Side {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final TestTokens issuer = TestTokens.start();
  private final Feed feed;
  private final int records;
  private final GatewayServer gateway;

  /**
   * Starts it.
   *
   * @param records in one round
   */
  FoldingGateway(Stage stage, Feed feed, int records) {
    this.feed = feed;
    this.records = records;
    this.gateway =
        GatewayServer.start(
            stage, issuer, feed.bootstrap(), Map.of("KANMIN_GATEWAY_WRITESFEED", "false"));
  }

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public void warm(Duration atLeast) {
    long end = System.nanoTime() + atLeast.toNanos();
    do {
      round();
    } while (System.nanoTime() < end);
  }

  @Override
  public Sample round() {
    signal("STOP");
    feed.add(records);
    long cpu = gateway.server().cpuMicros();
    long began = System.nanoTime();
    signal("CONT");
    gateway.awaitShown(feed.last(), PATIENCE);
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpuMicros = (gateway.server().cpuMicros() - cpu) / (double) records;
    return Sample.of(records / seconds, records, cpuMicros).checked(check(gateway, feed));
  }

  /** Whether the gateway shows every subject that is to be shown, and could read everything. */
  static Optional<String> check(GatewayServer gateway, Feed feed) {
    var matrix = gateway.read("/v1/cells");
    long shown = 0;
    for (var kind : matrix.at("/totals/kinds")) {
      shown += kind.required("live").asLong() + kind.required("ended").asLong();
    }
    for (var leftOut : matrix.required("pictureLeftOut")) {
      if (!leftOut.required("reason").asString().equals("not-public")) {
        return Optional.of("something was left out: " + leftOut);
      }
    }
    return shown == feed.visible()
        ? Optional.empty()
        : Optional.of("%d subjects are shown, not %d".formatted(shown, feed.visible()));
  }

  private void signal(String name) {
    var pid = Long.toString(gateway.server().process().pid());
    try {
      var kill = new ProcessBuilder("kill", "-" + name, pid).start();
      if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("the gateway takes no signal " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no kill on this machine", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    gateway.close();
    issuer.close();
  }
}
