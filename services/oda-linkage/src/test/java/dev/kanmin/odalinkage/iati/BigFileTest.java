package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BigFileTest {

  @Test
  void a_big_file_is_streamed_and_keeps_nothing_that_was_handed_over() throws IOException {
    GeneratedFile file = new GeneratedFile(16L << 20, 7);
    AtomicLong most = new AtomicLong();
    // other tests' services may live in this process too
    long before = heapInUse();
    FileOutcome read =
        new IatiReader(ReadLimits.STANDARD, IatiCodeLists.NONE, Iati.CLOCK)
            .read(
                file,
                outcome -> {
                  if (outcome.position() % 1_000 == 0) {
                    most.accumulateAndGet(heapInUse() - before, Math::max);
                  }
                });

    assertThat(read.complete()).isTrue();
    assertThat(read.accepted()).isEqualTo(file.activities()).isGreaterThan(3_000);
    assertThat(most.get()).isLessThan(24L << 20);
  }

  private static long heapInUse() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
