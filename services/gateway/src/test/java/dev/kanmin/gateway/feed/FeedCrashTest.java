package dev.kanmin.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.FaultLine;
import dev.kanmin.infrastructure.faults.Seed;
import dev.kanmin.testkit.KafkaFixture;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A feed writer dies at any step of its reign, again and again: the feed is the log of the services
 * without its copies. Every crash counted is a writer given up at its planned step.
 */
class FeedCrashTest {

  @Test
  void a_writer_that_dies_at_some_steps_leaves_a_feed_that_can_be_carried_on() {
    assertThat(crash(20)).isEmpty();
  }

  @Test
  @Tag(Campaign.TAG)
  void a_writer_that_dies_at_every_step_leaves_a_feed_that_can_be_carried_on() {
    assertThat(crash(Campaign.size(150, 3_000))).isEmpty();
  }

  private static List<String> crash(int crashes) {
    Seed seed = Seed.choose();
    try (var campaign = new FeedCampaign(KafkaFixture.shared(), seed.random("feed crashes"))) {
      campaign.run(crashes);
      new FaultLine(
              "crash of the feed writer, in process",
              campaign.tolls().values().stream().mapToInt(Integer::intValue).sum(),
              campaign.findings(),
              "%d judgements, at %s".formatted(campaign.judgements(), campaign.tolls()),
              seed)
          .publish();
      return campaign.violations();
    }
  }
}
