package dev.kanmin.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * {@code make demo-data}: one believable, clearly fictitious set of records in all services. Loads
 * only with tokens of the local issuer.
 */
public final class DemoData {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private DemoData() {}

  /**
   * Loads what is not there yet.
   *
   * @param gateway address
   * @param tokens a token of that agency's demo client
   * @param file where it is kept how far the loading is
   * @param say takes lines for a person
   * @throws IllegalStateException if a request is refused; says which row, and why
   */
  public static void load(
      String gateway, UnaryOperator<String> tokens, Path file, Consumer<String> say) {
    long began = System.nanoTime();
    var told = Told.in(file, LocalDate.now(JAPAN).toString());
    int requests = new Telling(new Door(gateway, tokens), told, say).tell(StoryBook.stories());
    say.accept(
        requests == 0
            ? "the sample data are there already, since " + told.day()
            : "%d requests in %d s: every record of them is marked as a sample"
                .formatted(requests, Duration.ofNanos(System.nanoTime() - began).toSeconds()));
  }
}
