package dev.kanmin.trademissions.mission;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of missions that end on a day or later, among many that are long over. */
@EachStore
class StillToComeTest {
  private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
  private static final int DAYS = 4_000;
  private static final int MISSIONS = 2_000;
  private static final int PAGE = 51;
  private static final int[] LENGTHS = {1, 2, 3, 5, 8, 9, 40, 300};
  private static final Document ORDER = new Document(MissionKeys.FROM, 1).append("_id", 1);
  private static final AgencyCode READER = AgencyCode.of("jica");

  private final StoreFixture store;
  private final MongoClient client;
  private final MongoCollection<Document> missions;
  private final Random random = new Random(7);
  private final List<Document> stored = new ArrayList<>();

  StillToComeTest(StoreFixture store) {
    this.store = store;
    this.client = MongoClients.create(store.uri());
    this.missions = client.getDatabase(store.freshDatabase(getClass())).getCollection("missions");
    for (StoreIndex index : MissionKeys.INDEXES) {
      Mono.from(missions.createIndex(index.keys())).block();
    }
    for (int number = 0; number < MISSIONS; number++) {
      stored.add(mission(number));
    }
    Mono.from(missions.insertMany(stored)).block();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void they_are_all_found_in_order_and_the_past_is_not_looked_at() {
    for (LocalDate day : List.of(FIRST, FIRST.plusDays(1_999), FIRST.plusDays(DAYS - 100))) {
      List<String> expected =
          stored.stream()
              .filter(it -> !keys(it).getDate("to").before(MissionKeys.date(day)))
              .sorted(
                  (some, other) -> {
                    int byDay = keys(some).getDate("from").compareTo(keys(other).getDate("from"));
                    return byDay != 0
                        ? byDay
                        : some.getString("_id").compareTo(other.getString("_id"));
                  })
              .map(it -> it.getString("_id"))
              .toList();
      List<String> found =
          Flux.from(missions.find(endingFrom(day)).sort(ORDER))
              .map(it -> it.getString("_id"))
              .collectList()
              .block();
      assertThat(found).as("from " + day).isEqualTo(expected).isNotEmpty();
      if (store.store().kind() == StoreKind.MONGODB) {
        assertThatThePastIsNotLookedAt(day);
      }
    }
  }

  /** The embedded store has no indexes to read by; there only the result can be looked at. */
  private void assertThatThePastIsNotLookedAt(LocalDate day) {
    Document plan =
        Mono.from(missions.find(endingFrom(day)).sort(ORDER).limit(PAGE).explain()).block();
    assertThat(plan.get("executionStats", Document.class).getInteger("totalDocsExamined"))
        .as("documents looked at for a page from " + day)
        .isLessThan(2 * PAGE);
  }

  private static Bson endingFrom(LocalDate day) {
    return new MissionFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(day),
            Optional.empty())
        .seenBy(READER);
  }

  /** A few last longer than months are counted. */
  private Document mission(int number) {
    LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
    int days = number % 100 == 1 ? 2_000 : LENGTHS[random.nextInt(LENGTHS.length)];
    LocalDate to = from.plusDays(days - 1L);
    Document keys =
        new Document("announced", true)
            .append("agencies", List.of("jetro"))
            .append("from", MissionKeys.date(from))
            .append("to", MissionKeys.date(to))
            .append("months", MonthsUnderway.of(new MissionPeriod(from, to)));
    return new Document("_id", "msn_" + number).append("keys", keys);
  }

  private static Document keys(Document mission) {
    return mission.get("keys", Document.class);
  }
}
