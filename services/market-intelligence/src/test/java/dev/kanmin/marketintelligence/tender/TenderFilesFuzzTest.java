package dev.kanmin.marketintelligence.tender;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.marketintelligence.Fuzzed;
import dev.kanmin.marketintelligence.ocds.PackageReader;
import dev.kanmin.marketintelligence.ocds.Release;
import dev.kanmin.marketintelligence.ocds.UnmergeableReleases;
import dev.kanmin.marketintelligence.tender.TenderCommand.TakeNotice;
import dev.kanmin.marketintelligence.tender.TenderCommand.TakeReleases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a file of tenders holds, it becomes tenders or is refused in words. */
class TenderFilesFuzzTest {
  private static final TenderDecider DECIDER = new TenderDecider();
  private static final CommandContext JETRO =
      CommandContext.of(new Actor("jetro", "fuzz"), Instant.parse("2026-10-01T00:00:00Z"));

  static Stream<Arguments> packages() {
    return Fuzzed.seeds("tenders/import-ocds.json");
  }

  static Stream<Arguments> notices() {
    return Fuzzed.seeds("tenders/import-world-bank.json");
  }

  @MethodSource("packages")
  @FuzzTest(maxDuration = "10m")
  void a_package_becomes_tenders_or_is_refused(byte[] file) throws IOException {
    try {
      if (PackageReader.outline(new ByteArrayInputStream(file)).refusal().isEmpty()) {
        PackageReader.read(new ByteArrayInputStream(file), new Deciding());
      }
    } catch (JacksonException refused) {
      // said in words
    }
  }

  @MethodSource("notices")
  @FuzzTest(maxDuration = "10m")
  void notices_become_tenders_or_are_refused(byte[] file) {
    try {
      NoticeReader.read(
          new ByteArrayInputStream(file),
          (notice, pointer) -> decide(new TakeNotice(notice)),
          (pointer, what) -> {});
    } catch (JacksonException refused) {
      // said in words
    }
  }

  private static final class Deciding implements PackageReader.Handler {
    @Override
    public void releases(List<ObjectNode> releases, String pointer) {
      try {
        decide(new TakeReleases(releases.stream().map(Release::of).toList(), Optional.empty()));
      } catch (UnmergeableReleases refused) {
        // said in words
      }
    }

    @Override
    public void unusable(String pointer, String what) {}
  }

  private static void decide(TenderCommand command) {
    try {
      Tender tender = DECIDER.initial();
      for (TenderEvent event : DECIDER.decide(command, tender, JETRO)) {
        tender = DECIDER.evolve(tender, event);
      }
      TenderCard.of(tender);
    } catch (Refusal refused) {
      // said in words
    }
  }
}
