package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the local run costs: how long until it is ready, and how much memory it then takes. */
@ExtendWith(SharedSystem.class)
@Order(40)
final class StartTest {
  private static final long MOST_MEGABYTES = 300;
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern READY = Pattern.compile("kanmin: (\\S+) is ready \\(([0-9.]+) s\\)");

  @Test
  void after_the_load_each_service_takes_less_than_300_megabytes(LocalSystem system) {
    var tooLarge = new ArrayList<String>();
    Results.say("%-15s %9s".formatted("process", "resident"));
    for (var process : system.state().processes()) {
      var megabytes = residentMegabytes(process.pid());
      Results.say("%-15s %6d MB".formatted(process.name(), megabytes));
      if (ours(process.name()) && megabytes >= MOST_MEGABYTES) {
        tooLarge.add(process.name() + " takes " + megabytes + " MB");
      }
    }
    assertThat(tooLarge).isEmpty();
  }

  @Test
  void the_launcher_tells_how_long_each_part_took_to_start(LocalSystem system) {
    var times = READY.matcher(system.wholeLog());
    List<String> parts = new ArrayList<>();
    while (times.find()) {
      parts.add(times.group(1));
      Results.say("%-15s ready after %5s s".formatted(times.group(1), times.group(2)));
    }
    assertThat(parts).contains("kafka", "store", "issuer").containsAll(Services.PROGRAMS);
    assertThat(system.state().readyAfterMillis()).isPositive();
    Results.say(
        "everything      ready after %5.1f s"
            .formatted(system.state().readyAfterMillis() / 1000.0));
  }

  private static boolean ours(String process) {
    return Services.PROGRAMS.contains(process) || process.equals("issuer");
  }

  /** What the process really occupies, as Linux tells it. */
  static long residentMegabytes(long pid) {
    try {
      var status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
      var resident = RESIDENT.matcher(status);
      assertThat(resident.find()).isTrue();
      return Long.parseLong(resident.group(1)) / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException("resident memory is read from /proc: run this on Linux", e);
    }
  }
}
