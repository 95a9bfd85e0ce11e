package dev.kanmin.events.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.events.aggregates.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** What a service finds at its start, not with the first record that it cannot take. */
class TopicCheckTest {
  private final TopicCheck check = new TopicCheck(Parts.bootstrap());
  private final TopicCheck hasty = new TopicCheck(Parts.bootstrap(), Duration.ZERO);
  private final String source = Parts.topic(3);
  private final String aside = source + ".follower.dlt";

  @Test
  void a_topic_and_dead_letters_as_wide_are_followed() {
    Parts.topic(aside, 3);

    assertThatCode(() -> check.followed(source, aside)).doesNotThrowAnyException();
  }

  @Test
  void a_topic_that_is_missing_is_named() {
    String missing = "t-" + UUID.randomUUID();

    assertThatThrownBy(() -> hasty.followed(missing, aside))
        .hasMessage(
            "The topic " + missing + " is not there: whoever owns the topics must create it first");
    assertThatThrownBy(() -> hasty.published(missing)).hasMessageContaining("is not there");
  }

  @Test
  void dead_letters_that_are_missing_are_named() {
    assertThatThrownBy(() -> hasty.followed(source, aside))
        .hasMessage(
            "The topic " + aside + " is not there: whoever owns the topics must create it first");
  }

  @Test
  void dead_letters_that_are_narrower_than_their_source_are_found() {
    Parts.topic(aside, 2);

    assertThatThrownBy(() -> check.followed(source, aside))
        .hasMessage(
            "The topic %s has 2 partitions and %s has 3: what comes from the others could not be put aside. Give it 3."
                .formatted(aside, source));
  }

  @Test
  void dead_letters_that_are_forgotten_after_a_week_are_found() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Parts.bootstrap()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(aside, 3, (short) 1).configs(Map.of("retention.ms", "604800000"))))
          .all()
          .get(10, TimeUnit.SECONDS);
    }

    assertThatThrownBy(() -> check.followed(source, aside))
        .hasMessage(
            "The topic %s has retention.ms=604800000, must have -1: events would be lost"
                .formatted(aside));
  }
}
