package dev.kanmin.bench.view;

import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.stage.ServerProcess;
import dev.kanmin.bench.stage.Side;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Servers that answer one request again and again: first as often as they can, then, where times
 * are wanted ({@code p50}, {@code p99}), at a fixed rate. The figure is answers per second; {@code
 * perCore} is answers per second of processor time of all the servers that take part.
 */
final class ReadingSide implements Side {
  private final String name;
  private final List<ServerProcess> servers;
  private final Load load;
  private final Load warmUp;
  private final Duration time;
  private final Optional<Pace> pace;

  /**
   * How times are taken.
   *
   * @param rate requests per second
   * @param time for how long: the p99 of few requests is the luck of two or three of them
   */
  record Pace(double rate, Duration time) {}

  /**
   * Nothing is sent yet.
   *
   * @param servers the first one is asked, the others work for it
   * @param requests the first one is measured; while the servers are warmed, all in turns
   * @param pace empty when times are not wanted
   */
  ReadingSide(
      String name,
      List<ServerProcess> servers,
      List<byte[]> requests,
      Load.Judge judge,
      int connections,
      Duration time,
      Optional<Pace> pace) {
    this.name = name;
    this.servers = List.copyOf(servers);
    int port = servers.getFirst().port();
    this.load = new Load(port, connections, _ -> requests.getFirst(), judge);
    this.warmUp =
        new Load(port, connections, number -> requests.get(number % requests.size()), judge);
    this.time = time;
    this.pace = pace;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void warm(Duration atLeast) {
    var outcome = warmUp.closed(atLeast);
    if (outcome.answers() == 0) {
      throw new IllegalStateException(name + " gives no right answer: " + outcome.fault());
    }
  }

  @Override
  public Sample round() {
    long cpu = cpuMicros();
    var busy = load.closed(time);
    double cpuMicros = (cpuMicros() - cpu) / (double) busy.answers();
    var details = new HashMap<>(Map.of("perCore", 1e6 / cpuMicros));
    var fault = busy.fault();
    if (pace.isPresent()) {
      var steady = load.open(pace.get().rate(), pace.get().time());
      details.put("p50", steady.times().percentileMillis(0.5));
      details.put("p99", steady.times().percentileMillis(0.99));
      fault = fault.or(steady::fault);
    }
    return Sample.of(busy.perSecond(), busy.answers(), cpuMicros).with(details).checked(fault);
  }

  private long cpuMicros() {
    return servers.stream().mapToLong(ServerProcess::cpuMicros).sum();
  }

  /** The servers are closed by who started them. */
  @Override
  public void close() {}
}
