package dev.kanmin.bench.contest;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Time on the wall and processor time of this whole Java machine, since it was started. */
public final class Stopwatch {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long began = System.nanoTime();
  private final long cpuBegan = SYSTEM.getProcessCpuTime();

  private Stopwatch() {}

  public static Stopwatch start() {
    return new Stopwatch();
  }

  /** Stops it at this moment: so many operations took place since the start. */
  public Sample rate(long operations) {
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpuMicros = (SYSTEM.getProcessCpuTime() - cpuBegan) / 1e3;
    return Sample.of(operations / seconds, operations, cpuMicros / operations);
  }
}
