package dev.kanmin.gateway.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.picture.Cards;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Records;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class CardCountsTest {
  private static final List<String> STATES = List.of("announced", "open", "selecting");

  private final Picture picture = new Picture();
  private long sequence;

  @Test
  void the_time_in_a_state_is_from_the_event_that_began_it_to_the_one_that_ended_it() {
    // one record of the feed is a second
    mission("msn_1", 10, "mission-announced", "announced");
    mission("msn_1", 20, "deadline-extended", "announced", "announced");
    mission("msn_1", 40, "mission-opened", "open", "announced");
    mission("msn_1", 100, "selection-started", "selecting", "open");
    mission("msn_2", 200, "mission-opened", "open", "announced");
    mission("msn_2", 210, "selection-started", "selecting", "open");
    picture.publish(300);

    assertThat(counts().steps(STATES))
        .containsExactly(
            new CardCounts.Step(
                "announced", "open", 1, Duration.ofSeconds(30), Duration.ofSeconds(30)),
            new CardCounts.Step(
                "open", "selecting", 2, Duration.ofSeconds(35), Duration.ofSeconds(60)));
  }

  @Test
  void every_state_of_the_kind_is_there_and_others_come_behind() {
    mission("msn_1", 10, "mission-opened", "open");
    mission("msn_2", 11, "mission-opened", "unheard-of");
    picture.publish(20);

    assertThat(counts().states(STATES).entrySet().stream().map(Object::toString))
        .containsExactly("announced=0", "open=1", "selecting=0", "unheard-of=1");
  }

  @Test
  void march_belongs_to_the_fiscal_year_before() {
    assertThat(CardCounts.fiscalYear(LocalDate.of(2027, 3, 31))).isEqualTo(2026);
    assertThat(CardCounts.fiscalYear(LocalDate.of(2027, 4, 1))).isEqualTo(2027);
  }

  @Test
  void a_year_is_that_of_the_beginning() {
    mission("msn_1", 10, "mission-opened", "open");
    picture.publish(20);

    assertThat(counts().years().years()).containsExactlyEntriesOf(Map.of(2026, 1L));
    assertThat(counts().years().undated()).isZero();
  }

  private CardCounts counts() {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
    query.set("kind", "mission");
    return CardCounts.of(picture, query);
  }

  private void mission(String subject, long position, String event, String state, String... from) {
    picture.apply(
        Records.mission(position, subject, ++sequence, event, Cards.mission(state), from));
  }
}
