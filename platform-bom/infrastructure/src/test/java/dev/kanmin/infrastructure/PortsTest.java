package dev.kanmin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  /** A run that has chosen its ports and listens on none of them yet. */
  static final class AnotherRun {
    private AnotherRun() {}

    public static void main(String[] wanted) throws InterruptedException {
      System.out.println("chosen " + Ports.preferring(Integer.parseInt(wanted[0])));
      // nobody waits for this: it is how long the process lives, if the test does not end it before
      Thread.sleep(PATIENCE);
    }
  }

  @Test
  void a_run_that_starts_in_the_same_second_gets_another_port() throws Exception {
    int usual = unreserved();
    BlockingQueue<String> chosen = new LinkedBlockingQueue<>();
    try (ChildProcess other = anotherRun(usual, chosen)) {
      assertThat(chosen.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("chosen " + usual);
      assertThat(Ports.isFree(usual)).isTrue();

      assertThat(Ports.preferring(usual)).isNotEqualTo(usual);

      other.killForcibly();
    }
    assertThat(Ports.preferring(usual)).isEqualTo(usual);
  }

  @Test
  void no_port_is_given_out_twice() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      assertThat(given.add(Ports.free())).isTrue();
    }
  }

  @Test
  void whoever_was_given_a_port_may_ask_for_it_again() {
    int given = Ports.free();

    assertThat(Ports.preferring(given)).isEqualTo(given);
  }

  @Test
  void waiting_for_a_server_never_keeps_it_from_starting() throws Exception {
    int port = Ports.free();
    var stop = new AtomicBoolean();
    var waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!stop.get()) {
                    Ports.isServed(port);
                  }
                });
    try {
      for (int start = 0; start < 2_000; start++) {
        try (var server = new ServerSocket()) {
          server.setReuseAddress(true);
          server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
      }
    } finally {
      stop.set(true);
      waiting.join();
    }
  }

  private ChildProcess anotherRun(int usual, BlockingQueue<String> output) {
    return ChildProcess.start(
        "another run",
        JavaCommand.of(
            AnotherRun.class, JavaCommand.small("-Xmx64m"), List.of(Integer.toString(usual))),
        JavaCommand.environment(),
        folder.resolve("run.log"),
        output::add);
  }

  /** Free, and known to nobody: not one that this program holds. */
  private static int unreserved() {
    for (int port = 32_100; port < 32_700; port++) {
      if (Ports.isFree(port)) {
        return port;
      }
    }
    throw new AssertionError("no free port from 32100 to 32699");
  }
}
