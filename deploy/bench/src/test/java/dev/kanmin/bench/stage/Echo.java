package dev.kanmin.bench.stage;

import dev.kanmin.bench.contest.Contestant;
import dev.kanmin.bench.contest.ContestantLoop;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.contest.Settings;
import java.util.Map;

/** A contestant for {@link JavaSideTest}: its figure is what it was told at its start. */
final class Echo implements Contestant {
  private final Settings settings;
  private int rounds;

  private Echo(Settings settings) {
    this.settings = settings;
    if (settings.text("figure").equals("none")) {
      throw new IllegalArgumentException("nothing to echo");
    }
  }

  public static void main(String[] arguments) {
    ContestantLoop.run(arguments, Echo::new);
  }

  @Override
  public Sample round() {
    System.out.println("libraries print what they like");
    rounds++;
    return Sample.of(settings.number("figure"), 1, 2.5)
        .with(Map.of("rounds", (double) rounds))
        .checked(java.util.Optional.of("only a test"));
  }
}
