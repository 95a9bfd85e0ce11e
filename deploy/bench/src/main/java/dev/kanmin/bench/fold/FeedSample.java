package dev.kanmin.bench.fold;

import dev.kanmin.bench.stage.Measured;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A feed as the services would fill it, the same for the same seed: subjects drawn uniformly, every
 * second one an activity, the others missions. The data are the producers' golden files, which are
 * richer than most of what is published, with cards whose countries, fields, steps and amounts
 * vary. Of every three events of an activity one changes its money.
 */
public final class FeedSample {
  public static final String TOPIC = TopicNames.FEED;

  private static final String MISSIONS = Measured.MISSIONS.name();
  private static final String ACTIVITIES = Measured.ACTIVITIES.name();
  private static final List<String> COUNTRIES =
      List.of(
          "VN", "TH", "ID", "PH", "MM", "KH", "LA", "MY", "IN", "BD", "LK", "NP", "PK", "MN", "UZ",
          "KZ", "AF", "SA", "AE", "TR");
  private static final List<String> FIELDS =
      List.of("endoscopy", "diagnostic-imaging", "patient-monitoring", "telemedicine");
  private static final List<String> STEPS = List.of("tender", "contract", "request");
  private static final List<String> ACTIVITY_EVENTS =
      List.of(
          "activity-imported",
          "activity-advanced",
          "activity-revised",
          "fields-confirmed",
          "scheme-set");
  private static final List<String> MISSION_EVENTS =
      List.of(
          "application-submitted",
          "application-submitted",
          "application-submitted",
          "deadline-extended",
          "mission-rescheduled");
  private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");

  private final Path root;
  private final Dressing dressing;
  private final Random random;
  private final long[] sequences;
  private final Map<String, ObjectNode> golden = new HashMap<>();
  private long made;

  /** What a card says in words; golden files all say the same. */
  @FunctionalInterface
  public interface Dressing {
    /** Changes the card of the subject of that number, always in the same way. */
    void dress(int number, ObjectNode card);
  }

  /**
   * Nothing is made yet.
   *
   * @param root the checked-out project
   * @param subjects how many there are in all
   */
  public FeedSample(Path root, int subjects, long seed) {
    this(root, subjects, seed, (_, _) -> {});
  }

  /** The same, with words on the cards. */
  public FeedSample(Path root, int subjects, long seed, Dressing dressing) {
    this.root = root;
    this.dressing = dressing;
    this.random = new Random(seed);
    this.sequences = new long[subjects];
  }

  /** The next record. */
  public ProducerRecord<byte[], byte[]> next() {
    int number = random.nextInt(sequences.length);
    long sequence = ++sequences[number];
    return number % 2 == 0 ? activity(number, sequence) : mission(number, sequence);
  }

  /** As the header {@code Kanmin-After} names an event. */
  static String reference(ProducerRecord<byte[], byte[]> record) {
    return "%s/%s/%s"
        .formatted(
            header(record, "ce_source"),
            header(record, "ce_subject"),
            header(record, "ce_sequence"));
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** How many subjects are on the matrix: drafts are not. */
  public long visible() {
    long visible = 0;
    for (int number = 0; number < sequences.length; number++) {
      if (sequences[number] >= (number % 2 == 0 ? 1 : 2)) {
        visible++;
      }
    }
    return visible;
  }

  private ProducerRecord<byte[], byte[]> activity(int number, long sequence) {
    var type =
        sequence == 1
            ? "activity-imported"
            : ACTIVITY_EVENTS.get(random.nextInt(ACTIVITY_EVENTS.size()));
    var data = golden(ACTIVITIES, type);
    var card = (ObjectNode) data.required("card");
    dressing.dress(number, card);
    places(card, number);
    ((ObjectNode) card.required("facets"))
        .putArray("scheme-steps")
        .add(STEPS.get(random.nextInt(STEPS.size())));
    ((ObjectNode) card.required("links").required(0)).put("to", "XM-DAC-701-8-SAMPLE-" + number);
    long amount = 850_000_000L + number + (random.nextInt(3) == 0 ? sequence * 1_000 : 0);
    ((ObjectNode) card.required("figures").required(1)).put("amount", Long.toString(amount));
    return record(ACTIVITIES, id("act_", number), sequence, type, data);
  }

  private ProducerRecord<byte[], byte[]> mission(int number, long sequence) {
    var type =
        switch ((int) Math.min(sequence, 4)) {
          case 1 -> "mission-drafted";
          case 2 -> "mission-announced";
          case 3 -> "mission-opened";
          default -> MISSION_EVENTS.get(random.nextInt(MISSION_EVENTS.size()));
        };
    var data = golden(MISSIONS, type);
    if (data.has("card")) {
      dressing.dress(number, (ObjectNode) data.required("card"));
      places((ObjectNode) data.required("card"), number);
    }
    return record(MISSIONS, id("msn_", number), sequence, type, data);
  }

  /** The first two countries and the first field are the subject's own, for good. */
  private static void places(ObjectNode card, int number) {
    int step = 0;
    for (var country : card.required("countries")) {
      if (step < 2) {
        ((ObjectNode) country).put("code", COUNTRIES.get((number + 7 * step) % COUNTRIES.size()));
      }
      step++;
    }
    ((ObjectNode) card.required("fields").required(0))
        .put("code", FIELDS.get(number % FIELDS.size()));
    // where the platform writes it; golden files have it in the order of the record
    card.set("last", card.remove("last"));
  }

  private ProducerRecord<byte[], byte[]> record(
      String service, String subject, long sequence, String type, ObjectNode data) {
    var envelope =
        new EventEnvelope(
            "/" + service,
            "dev.kanmin." + service + "." + type + ".v1",
            subject,
            sequence,
            BEGIN.plusMillis(made),
            "https://kanmin.dev/schemas/" + service + "/" + type + ".v1.json",
            subject,
            Optional.empty(),
            "jica/jica",
            Optional.empty());
    var record =
        new ProducerRecord<>(
            TOPIC,
            0,
            subject.getBytes(StandardCharsets.UTF_8),
            JsonMapper.shared().writeValueAsBytes(data));
    var headers = new LinkedHashMap<>(EventHeaders.of(envelope));
    headers.put("feed_topic", "kanmin." + service);
    headers.put("feed_partition", "0");
    headers.put("feed_offset", Long.toString(made++));
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static String id(String prefix, int number) {
    return "%s01k000000000000%011d".formatted(prefix, number);
  }

  private ObjectNode golden(String service, String type) {
    var known =
        golden.computeIfAbsent(
            type, _ -> read(root.resolve("services").resolve(service), type + ".v1.full.json"));
    return Objects.requireNonNull(known).deepCopy();
  }

  private static ObjectNode read(Path service, String name) {
    var file = service.resolve("contract/events").resolve(name);
    try {
      return (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("no golden event " + file, e);
    }
  }
}
