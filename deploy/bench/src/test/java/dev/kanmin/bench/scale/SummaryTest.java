package dev.kanmin.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {
  private static final String FIGURES =
      """
      {"subjects": 100000, "events": 1000000, "foldSeconds": 8.0,
       "emptyGateway": {"heapBytes": 52428800, "residentBytes": 314572800},
       "fullGateway": {"heapBytes": 367001600, "residentBytes": 838860800},
       "heapBytesPerSubject": 3145.7,
       "underChange": {"eventsPerSecond": 200, "readsPerSecond": 100,
         "viewMillis": {"p50": 0.91, "p99": 7.04, "longest": 40}, "streamMillis": {"p50": 4.4, "p99": 19.8, "longest": 50}},
       "clients": 10000, "heapBytesPerIdleClient": %d, "residentBytesPerIdleClient": 12288.0,
       "underChangeWithClients": {"eventsPerSecond": 200, "readsPerSecond": 100,
         "viewMillis": {"p50": 1.5, "p99": 9.6, "longest": 60}, "streamMillis": {"p50": 5.5, "p99": 25.3, "longest": 70}},
       "clientsStillOpen": 9997, "clientsLost": 3}""";

  @Test
  void what_was_found_is_told_line_by_line() {
    assertThat(summary(9_216))
        .isEqualTo(
            """
            fold at the start         1,000,000 events of 100,000 subjects in 8.0 s, 125,000 a second
            memory                    heap 350 MiB, of it 50 MiB when empty, 3.1 KiB a subject; resident 800 MiB
            under change              200 events/s, 100 views/s: view p50 0.9 ms p99 7.0 ms, stream p50 4.4 ms p99 19.8 ms
            with 10,000 idle streams  200 events/s, 100 views/s: view p50 1.5 ms p99 9.6 ms, stream p50 5.5 ms p99 25.3 ms
            heap per idle stream      9.0 KiB, goal at most 16: met; resident 12.0 KiB
            streams lost              3""");
  }

  @Test
  void a_stream_that_takes_too_much_misses_the_goal() {
    assertThat(summary(16_385)).contains("16.0 KiB, goal at most 16: missed");
  }

  private static String summary(int heapBytesPerIdleClient) {
    return Summary.text(JsonMapper.shared().readTree(FIGURES.formatted(heapBytesPerIdleClient)));
  }
}
