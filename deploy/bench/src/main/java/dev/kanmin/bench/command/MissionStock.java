package dev.kanmin.bench.command;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Fills a service's collection with missions: copies of real ones with other ids, days, countries.
 * One in twenty is another agency's draft, which readers do not see but lists count.
 */
final class MissionStock {
  private static final int BATCH = 1_000;
  private static final int DRAFTS_ONE_IN = 20;
  private static final int DAYS = 3_650;
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

  /** Countries that missions are in; {@link PageSide} asks for some of them. */
  static final List<String> COUNTRIES =
      List.of("VN", "TH", "ID", "MY", "PH", "KH", "IN", "KE", "GH", "BR");

  private final MongoCollection<Document> missions;
  private final Document announced;
  private final Document draft;
  private final Random random = new Random(1);

  /**
   * Nothing is added yet.
   *
   * @param announced an announced mission of the reader's agency, as the service stores it
   * @param draft a draft of another agency
   */
  MissionStock(MongoCollection<Document> missions, Document announced, Document draft) {
    this.missions = missions;
    this.announced = announced;
    this.draft = draft;
  }

  /** Adds as many as are missing. */
  void growTo(int size) {
    long missing = size - missions.countDocuments();
    var unordered = new InsertManyOptions().ordered(false);
    while (missing > 0) {
      int count = (int) Math.min(BATCH, missing);
      var batch = new ArrayList<Document>(count);
      for (int index = 0; index < count; index++) {
        batch.add(copy(index % DRAFTS_ONE_IN == 0 ? draft : announced));
      }
      missions.insertMany(batch, unordered);
      missing -= count;
    }
  }

  private Document copy(Document pattern) {
    var id = "msn_" + UUID.randomUUID();
    var from = FIRST_DAY.plusDays(random.nextInt(DAYS));
    var keys =
        new Document(pattern.get("keys", Document.class))
            .append("countries", List.of(COUNTRIES.get(random.nextInt(COUNTRIES.size()))))
            .append("from", date(from))
            .append("to", date(from.plusDays(4)))
            .append("months", months(from, from.plusDays(4)));
    return new Document(pattern).append("_id", id).append("chain", id).append("keys", keys);
  }

  private static List<String> months(LocalDate from, LocalDate to) {
    return Stream.of(from, to).map(day -> YearMonth.from(day).toString()).distinct().toList();
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
