package dev.kanmin.bench.scale;

import tools.jackson.databind.JsonNode;

/** What a run of {@code make scale} has found, as lines for people. */
final class Summary {
  /** Of heap, for each idle client. */
  private static final double GOAL_KIB = 16;

  private static final double KIB = 1024;
  private static final double MIB = 1024 * KIB;

  private Summary() {}

  /**
   * The lines, without a line break at their end.
   *
   * @param figures as in {@code scale.json}
   */
  static String text(JsonNode figures) {
    double events = figures.required("events").asDouble();
    double fold = figures.required("foldSeconds").asDouble();
    double perClient = figures.required("heapBytesPerIdleClient").asDouble() / KIB;
    var full = figures.required("fullGateway");
    var idle = "with %,d idle streams".formatted(figures.required("clients").asLong());
    return String.join(
        "\n",
        line(
            "fold at the start",
            "%,.0f events of %,d subjects in %.1f s, %,.0f a second"
                .formatted(events, figures.required("subjects").asLong(), fold, events / fold)),
        line(
            "memory",
            "heap %.0f MiB, of it %.0f MiB when empty, %.1f KiB a subject; resident %.0f MiB"
                .formatted(
                    full.required("heapBytes").asDouble() / MIB,
                    figures.at("/emptyGateway/heapBytes").asDouble() / MIB,
                    figures.required("heapBytesPerSubject").asDouble() / KIB,
                    full.required("residentBytes").asDouble() / MIB)),
        line("under change", times(figures.required("underChange"))),
        line(idle, times(figures.required("underChangeWithClients"))),
        line(
            "heap per idle stream",
            "%.1f KiB, goal at most %.0f: %s; resident %.1f KiB"
                .formatted(
                    perClient,
                    GOAL_KIB,
                    perClient <= GOAL_KIB ? "met" : "missed",
                    figures.required("residentBytesPerIdleClient").asDouble() / KIB)),
        line("streams lost", figures.required("clientsLost").asString()));
  }

  private static String times(JsonNode underChange) {
    return "%d events/s, %d views/s: view %s, stream %s"
        .formatted(
            underChange.required("eventsPerSecond").asLong(),
            underChange.required("readsPerSecond").asLong(),
            percentiles(underChange.required("viewMillis")),
            percentiles(underChange.required("streamMillis")));
  }

  private static String percentiles(JsonNode times) {
    return "p50 %.1f ms p99 %.1f ms"
        .formatted(times.required("p50").asDouble(), times.required("p99").asDouble());
  }

  private static String line(String what, String figures) {
    return "%-26s%s".formatted(what, figures);
  }
}
