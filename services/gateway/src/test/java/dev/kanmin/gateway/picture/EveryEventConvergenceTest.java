package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Language;
import dev.kanmin.events.Json;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.gateway.view.KeptViews;
import dev.kanmin.gateway.view.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Every event that either service publishes, in any order of subjects, repeated at any distance,
 * with the picture made visible at any moment: it is the fold of the log without its copies, to the
 * last byte of every cell's view.
 */
class EveryEventConvergenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int SUBJECTS = 4;
  private static final Content UNREADABLE = new Content("activity-revised", "{");
  private static final List<Content> MISSION_EVENTS = missionEvents();
  private static final List<Content> ACTIVITY_EVENTS = activityEvents();

  /** What an event says. */
  private record Content(String event, String data) {}

  /**
   * One record of the feed: a new event of some subject, or the same as so many records before.
   *
   * @param content 0 for one that cannot be read
   * @param repeats 0 for a new event
   * @param published whether the picture is made visible after it
   */
  private record Happening(
      boolean mission, int subject, int content, int repeats, boolean published) {}

  @Property(tries = 200)
  void the_picture_is_the_fold_of_the_log_without_its_copies(
      @ForAll("happenings") List<Happening> happenings) {
    List<FeedRecord> log = log(happenings);
    Picture expected = folded(withoutCopies(log), log.size());

    try (KeptViews reader = new KeptViews(TODAY)) {
      Picture actual = new Picture();
      for (int i = 0; i < log.size(); i++) {
        actual.apply(log.get(i));
        if (happenings.get(i).published()) {
          actual.publish(log.get(i).position());
          views(actual, reader::json);
        }
      }
      actual.publish(log.size());

      assertThat(snapshot(actual)).isEqualTo(snapshot(expected));
      assertThat(views(actual, reader::json))
          .isEqualTo(views(expected, EveryEventConvergenceTest::madeWhole));
    }
  }

  @Property(tries = 200)
  void subject_after_subject_or_all_at_once_leads_to_the_same_rows_and_totals(
      @ForAll("happenings") List<Happening> happenings) {
    List<FeedRecord> log = log(happenings);
    List<FeedRecord> oneByOne =
        log.stream().sorted(Comparator.comparing(FeedRecord::subject)).toList();

    assertThat(rows(folded(oneByOne, log.size()))).isEqualTo(rows(folded(log, log.size())));
  }

  private static Picture folded(List<FeedRecord> log, long position) {
    Picture picture = new Picture();
    log.forEach(picture::apply);
    picture.publish(position);
    return picture;
  }

  private static List<FeedRecord> log(List<Happening> happenings) {
    Map<String, Long> sequences = new HashMap<>();
    List<FeedRecord> log = new ArrayList<>();
    for (Happening happening : happenings) {
      if (happening.repeats() > 0 && happening.repeats() <= log.size()) {
        log.add(again(log.get(log.size() - happening.repeats()), log.size()));
        continue;
      }
      List<Content> contents = happening.mission() ? MISSION_EVENTS : ACTIVITY_EVENTS;
      Content content =
          happening.content() == 0
              ? UNREADABLE
              : contents.get(happening.content() % contents.size());
      String subject = (happening.mission() ? "msn_" : "act_") + happening.subject();
      String source = happening.mission() ? Records.MISSIONS : Records.ACTIVITIES;
      log.add(
          Records.record(
              log.size(),
              source,
              subject,
              sequences.merge(subject, 1L, Long::sum),
              content.event(),
              content.data()));
    }
    return log;
  }

  private static FeedRecord again(FeedRecord record, long position) {
    String producer = "dev.kanmin" + record.source().replace('/', '.') + ".";
    String event = record.type().substring(producer.length(), record.type().length() - 3);
    return Records.record(
        position,
        record.source(),
        record.subject(),
        record.sequence(),
        event,
        StandardCharsets.UTF_8.decode(record.data()).toString());
  }

  private static List<FeedRecord> withoutCopies(List<FeedRecord> log) {
    Set<String> seen = new HashSet<>();
    return log.stream()
        .filter(record -> seen.add(record.subject() + "/" + record.sequence()))
        .toList();
  }

  /** All of a snapshot; the rows of a cell stand in no order. */
  private static Object snapshot(Picture picture) {
    PictureSnapshot snapshot = picture.snapshot();
    Map<CellKey, Object> cells = new HashMap<>();
    snapshot
        .cells()
        .forEach(
            (key, cell) ->
                cells.put(
                    key,
                    List.of(
                        cell.version(),
                        cell.changedMillis(),
                        cell.totals(),
                        Set.copyOf(cell.placed()))));
    return List.of(snapshot.position(), snapshot.latestMillis(), snapshot.leftOut(), cells);
  }

  private interface Reader {
    String read(PictureSnapshot picture, CellKey cell, Language language);
  }

  private static String madeWhole(PictureSnapshot picture, CellKey cell, Language language) {
    return Json.events()
        .writeValueAsString(new CellViews(Labels.in(language), TODAY).view(picture, cell));
  }

  /** What readers get of every cell. */
  private static Map<String, String> views(Picture picture, Reader reader) {
    Map<String, String> views = new TreeMap<>();
    for (CellKey key : picture.snapshot().cells().keySet()) {
      if (key.isSquare()) {
        for (Language language : List.of(Language.JAPANESE, Language.ENGLISH)) {
          views.put(key + " " + language, reader.read(picture.snapshot(), key, language));
        }
      }
    }
    return views;
  }

  /** Rows and what they add; not which event came last to a cell, for that is the order's. */
  private static Map<CellKey, Object> rows(Picture picture) {
    Map<CellKey, Object> rows = new HashMap<>();
    picture
        .snapshot()
        .cells()
        .forEach(
            (key, cell) -> {
              Map<MoneySlot, String> money = new TreeMap<>();
              cell.totals()
                  .money()
                  .forEach(
                      (slot, sum) -> money.put(slot, sum.stripTrailingZeros().toPlainString()));
              rows.put(
                  key,
                  List.of(
                      cell.totals().missions(),
                      cell.totals().activities(),
                      cell.totals().undivided(),
                      money,
                      Set.copyOf(cell.placed())));
            });
    return rows;
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, SUBJECTS),
            Arbitraries.integers().between(0, 999),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 40))),
            Arbitraries.of(true, false, false, false))
        .as(Happening::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(120);
  }

  private static List<Content> missionEvents() {
    List<Content> all = golden("trade-missions");
    for (String country : List.of("\"VN\"", "\"TH\",\"VN\"", "\"AF\"", "")) {
      for (String field : List.of("\"endoscopy\"", "\"endoscopy\",\"telemedicine\"", "")) {
        all.add(new Content("mission-announced", Records.announced(country, field)));
      }
    }
    all.add(new Content("mission-painted", "{}"));
    return all;
  }

  private static List<Content> activityEvents() {
    List<Content> all = golden("oda-linkage");
    for (String percentage : List.of("100", "33.3", "0.01", "0")) {
      for (String amount : List.of("1000000", "0.07", "-12.5")) {
        all.add(
            new Content(
                "activity-revised",
                Records.facts(
                    Records.country("VN", percentage) + "," + Records.country("TH", "1"),
                    Records.field("endoscopy", percentage)
                        + ","
                        + Records.field("telemedicine", "5"),
                    amount)));
      }
    }
    all.add(new Content("scheme-set", Records.facts("", "", "5")));
    return all;
  }

  private static List<Content> golden(String service) {
    Path folder = Path.of("..", service, "contract", "events");
    try (Stream<Path> files = Files.list(folder)) {
      List<Content> contents = new ArrayList<>();
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
        String name = file.getFileName().toString();
        contents.add(new Content(name.substring(0, name.indexOf(".v1")), Files.readString(file)));
      }
      return contents;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
