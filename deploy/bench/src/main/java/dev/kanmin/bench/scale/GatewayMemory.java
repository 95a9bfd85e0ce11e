package dev.kanmin.bench.scale;

import dev.kanmin.bench.load.HttpConnection;
import dev.kanmin.bench.load.HttpRequests;
import dev.kanmin.bench.stage.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a process holds in memory. */
public record GatewayMemory(long heapBytes, long residentBytes) {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} ([0-9.E]+)$");

  /** Looks after a full collection. */
  public static GatewayMemory of(ServerProcess server) {
    collect(server.process().pid());
    try (var connection = new HttpConnection(server.managementPort())) {
      var metrics = connection.send(HttpRequests.get("/actuator/prometheus", Map.of())).text();
      double heap =
          HEAP.matcher(metrics)
              .results()
              .mapToDouble(pool -> Double.parseDouble(pool.group(1)))
              .sum();
      return new GatewayMemory((long) heap, resident(server.process().pid()));
    } catch (IOException e) {
      throw new UncheckedIOException("the server does not tell its memory", e);
    }
  }

  private static void collect(long pid) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var process =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("no collection in process " + pid);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no jcmd in this JDK", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static long resident(long pid) throws IOException {
    var status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
    var resident = RESIDENT.matcher(status);
    if (!resident.find()) {
      throw new IllegalStateException("/proc does not tell the resident memory");
    }
    return Long.parseLong(resident.group(1)) * 1024;
  }
}
