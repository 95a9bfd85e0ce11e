package dev.kanmin.gateway.view;

import static dev.kanmin.gateway.picture.Cards.share;
import static dev.kanmin.gateway.picture.Cards.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Language;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.picture.Cards;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Records;
import dev.kanmin.gateway.rule.RuleBook;
import dev.kanmin.gateway.rule.ToDos;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event makes anew what is said of its own row, and nothing else. */
class KeptPartsTest {
  private static final CellKey CELL = new CellKey("VN", "endoscopy");

  private final Picture picture = new Picture();
  private final CellViews views =
      new CellViews(
          Labels.in(Language.ENGLISH),
          LocalDate.of(2026, 11, 23),
          new ToDos(RuleBook.standard(), picture));
  private long position;

  @Test
  void rows_that_no_event_concerned_are_taken_over_as_they_are() {
    announce("msn_1", 1);
    announce("msn_2", 1);
    imported("act_1", 1);
    KeptParts parts = KeptParts.none();
    CellView before = view(parts);

    open("msn_2", 2);
    CellView after = view(parts.next());

    assertThat(items(after).get("msn_1")).isSameAs(items(before).get("msn_1"));
    assertThat(items(after).get("msn_2").state().code()).isEqualTo("open");
    assertThat(items(after).get("act_1")).isSameAs(items(before).get("act_1"));
    assertThat(after.nextDates().items()).anyMatch(before.nextDates().items()::contains);
  }

  @Test
  void what_is_taken_over_is_written_like_what_is_made() {
    announce("msn_1", 1);
    imported("act_1", 1);
    KeptParts parts = KeptParts.none();
    parts.json(view(parts));

    open("msn_1", 2);
    KeptParts next = parts.next();

    assertThat(new String(next.json(view(next)), StandardCharsets.UTF_8))
        .isEqualTo(Json.events().writeValueAsString(views.view(picture.snapshot(), CELL)));
  }

  @Test
  void nothing_is_kept_of_rows_that_are_no_longer_shown() {
    announce("msn_1", 1);
    announce("msn_2", 1);
    KeptParts both = KeptParts.none();
    view(both);

    mission(
        "msn_2",
        2,
        "mission-announced",
        Cards.mission("announced", List.of("TH"), List.of("endoscopy")));
    KeptParts one = both.next();
    view(one);

    assertThat(both.weight()).isEqualTo(2 * one.weight());
  }

  private CellView view(KeptParts parts) {
    picture.publish(position - 1);
    return views.view(picture.snapshot(), CELL, parts);
  }

  private static Map<String, CardView> items(CellView view) {
    Map<String, CardView> items = new HashMap<>();
    view.sections().stream()
        .flatMap(section -> section.items().stream())
        .forEach(item -> items.put(item.id(), item));
    return items;
  }

  private void announce(String subject, long sequence) {
    mission(subject, sequence, "mission-announced", Cards.mission("announced"));
  }

  private void open(String subject, long sequence) {
    mission(subject, sequence, "mission-opened", Cards.mission("open"));
  }

  private void mission(String subject, long sequence, String event, CardMaker card) {
    picture.apply(Records.mission(position++, subject, sequence, event, card));
  }

  private void imported(String subject, long sequence) {
    picture.apply(
        Records.activity(
            position++,
            subject,
            sequence,
            "activity-imported",
            Cards.activity(shares(share("VN", "100")), shares(share("endoscopy", "100")), "1000")));
  }
}
