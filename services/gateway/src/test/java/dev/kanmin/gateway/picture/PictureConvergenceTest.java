package dev.kanmin.gateway.picture;

import static dev.kanmin.gateway.picture.Cards.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Language;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.rule.RuleBook;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.gateway.view.KeptViews;
import dev.kanmin.gateway.view.Labels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever the bus repeats, and in whatever order records are taken in: the picture is the fold of
 * the log, to the last byte of every cell's view. That holds for a node that reads a backlog
 * backwards, too, and so reads few of its cards.
 */
class PictureConvergenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final List<String> COUNTRIES = List.of("VN", "TH", "AF");
  private static final List<String> FIELDS = List.of("endoscopy", "telemedicine", "cross-field");
  private static final List<String> STATES = List.of("announced", "open", "reported", "unheard-of");
  private static final List<String> PERCENTAGES = List.of("100", "33.3", "0.01", "60");

  @Property(tries = 300)
  void any_order_with_any_repetition_leads_to_the_fold_of_the_log(
      @ForAll @IntRange(min = 1, max = 60) int events, @ForAll long seed) {
    Random random = new Random(seed);
    List<FeedRecord> log = log(events, random);
    List<FeedRecord> delivered = new ArrayList<>(log);
    for (int i = random.nextInt(events); i > 0; i--) {
      delivered.add(log.get(random.nextInt(events)));
    }
    Collections.shuffle(delivered, random);

    Picture expected = folded(log, events, new Random(0));
    Picture actual = folded(delivered, events, random);

    assertThat(content(actual)).isEqualTo(content(expected));
  }

  @Property(tries = 200)
  void reading_a_backlog_backwards_equals_reading_it(
      @ForAll @IntRange(min = 1, max = 60) int events, @ForAll long seed) {
    Random random = new Random(seed);
    List<FeedRecord> log = log(events, random);
    int far = random.nextInt(events);

    Picture actual = folded(log.subList(0, far), far, random);
    log.subList(far, events).reversed().forEach(actual::apply);
    actual.publish(events);

    assertThat(content(actual)).isEqualTo(content(folded(log, events, new Random(0))));
  }

  @Property(tries = 200)
  void views_from_kept_parts_are_those_made_whole(
      @ForAll @IntRange(min = 1, max = 60) int events, @ForAll long seed) {
    Random random = new Random(seed);
    Picture picture = new Picture();
    try (KeptViews reader = new KeptViews(TODAY, picture)) {
      for (FeedRecord record : log(events, random)) {
        picture.apply(record);
        if (random.nextInt(4) == 0) {
          picture.publish(record.position());
          views(picture, reader::json);
        }
      }
      picture.publish(events);
      assertThat(views(picture, reader::json)).isEqualTo(wholeViews(picture));
    }
  }

  @Property(tries = 300)
  void totals_kept_step_by_step_equal_those_added_up_at_the_end(
      @ForAll @IntRange(min = 1, max = 60) int events, @ForAll long seed) {
    Picture picture = folded(log(events, new Random(seed)), events, new Random(seed));

    picture.snapshot().cells().values().stream()
        .filter(cell -> cell.key().isSquare())
        .forEach(
            cell -> {
              assertThat(plain(cell.totals().figures())).isEqualTo(addedUp(cell));
              assertThat(cell.totals().live() + cell.totals().ended())
                  .isEqualTo(cell.rows().size());
              assertThat(cell.totals().live())
                  .isEqualTo((int) cell.rows().stream().filter(row -> !row.ended()).count());
            });
  }

  private static Map<FigureSlot, String> addedUp(CellSnapshot cell) {
    Map<FigureSlot, BigDecimal> sums = new HashMap<>();
    cell.placed()
        .forEach(
            placed ->
                placed
                    .figures()
                    .forEach((slot, amount) -> sums.merge(slot, amount, BigDecimal::add)));
    sums.values().removeIf(sum -> sum.signum() == 0);
    return plain(sums);
  }

  private static Map<FigureSlot, String> plain(Map<FigureSlot, BigDecimal> figures) {
    return figures.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, sum -> sum.getValue().stripTrailingZeros().toPlainString()));
  }

  /** All that can be seen; not which cells an event went through that nobody saw. */
  private static Map<String, Object> content(Picture picture) {
    Map<String, Object> content = new TreeMap<>();
    content.put("left out", picture.snapshot().leftOut().notPublic());
    content.put("unreadable", picture.snapshot().leftOut().unreadable());
    content.put("latest", picture.snapshot().latestMillis());
    picture
        .subjects()
        .forEach(
            subject -> {
              content.put("row " + subject.id(), subject.row());
              content.put("trail " + subject.id(), subject.trail());
              content.put(
                  "pointing to " + subject.id(),
                  picture.pointingTo(subject.id()).map(Row::subject).sorted().toList());
            });
    picture
        .snapshot()
        .cells()
        .forEach(
            (key, cell) -> {
              if (!cell.totals().isEmpty()) {
                content.put(
                    "totals " + key,
                    List.of(
                        cell.totals().kinds(),
                        plain(cell.totals().figures()),
                        cell.totals().undivided(),
                        cell.totals().overlapping()));
              }
            });
    content.putAll(wholeViews(picture));
    return content;
  }

  private interface Reader {
    String read(PictureSnapshot picture, CellKey cell, Language language);
  }

  private static Map<String, String> wholeViews(Picture picture) {
    ToDos toDos = new ToDos(RuleBook.standard(), picture);
    return views(
        picture,
        (snapshot, cell, language) ->
            Json.events()
                .writeValueAsString(
                    new CellViews(Labels.in(language), TODAY, toDos).view(snapshot, cell)));
  }

  /** What readers get of every cell in which there is something. */
  private static Map<String, String> views(Picture picture, Reader reader) {
    Map<String, String> views = new TreeMap<>();
    picture
        .snapshot()
        .cells()
        .forEach(
            (key, cell) -> {
              if (key.isSquare() && !cell.totals().isEmpty()) {
                for (Language language : List.of(Language.JAPANESE, Language.ENGLISH)) {
                  views.put(
                      "view " + key + language, reader.read(picture.snapshot(), key, language));
                }
              }
            });
    return views;
  }

  private static Picture folded(Collection<FeedRecord> log, int events, Random random) {
    Picture picture = new Picture();
    for (FeedRecord record : log) {
      picture.apply(record);
      if (random.nextInt(7) == 0) {
        picture.publish(events);
      }
    }
    picture.publish(events);
    return picture;
  }

  private static List<FeedRecord> log(int events, Random random) {
    Map<String, Long> sequences = new HashMap<>();
    List<FeedRecord> log = new ArrayList<>();
    for (int position = 0; position < events; position++) {
      boolean isMission = random.nextBoolean();
      String subject = (isMission ? "msn_" : "act_") + random.nextInt(5);
      long sequence = sequences.merge(subject, 1L, Long::sum);
      log.add(
          Records.record(
              position,
              isMission ? Records.MISSIONS : Records.ACTIVITIES,
              subject,
              sequence,
              "changed",
              data(isMission, position, random)));
    }
    return log;
  }

  private static String data(boolean isMission, int position, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "{}";
      case 1 -> "{";
      default ->
          Cards.data(
              (isMission ? aMission(random) : anActivity(random))
                  .link("related", "msn_" + random.nextInt(5)),
              Cards.last("changed", Records.at(position), any(STATES, random)));
    };
  }

  private static CardMaker aMission(Random random) {
    return Cards.mission(any(STATES, random), some(COUNTRIES, random), some(FIELDS, random));
  }

  private static CardMaker anActivity(Random random) {
    CardMaker card =
        Cards.activity(
            shares(COUNTRIES, random),
            shares(FIELDS, random),
            random.nextInt(1_000_000) + "." + random.nextInt(100));
    if (random.nextInt(3) == 0) {
      card.figure(
          Figure.money("disbursement", BigDecimal.valueOf(random.nextInt(1_000)), "USD")
              .in(shares(COUNTRIES, random), shares(FIELDS, random)));
    }
    return card;
  }

  private static List<Share> shares(List<String> codes, Random random) {
    return some(codes, random).stream()
        .map(
            code -> random.nextInt(5) == 0 ? Share.of(code) : share(code, any(PERCENTAGES, random)))
        .toList();
  }

  private static List<String> some(List<String> list, Random random) {
    return list.stream().filter(_ -> random.nextInt(2) == 0).toList();
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
