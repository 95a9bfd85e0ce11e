package dev.kanmin.gateway.feed;

import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.events.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;

/**
 * One record of the feed, with the headers that every reader needs taken out in one pass.
 *
 * <p>A record whose envelope the writer could not read carries {@code feed_unreadable}; of such a
 * record only {@link #position()} and {@link #fault()} mean anything, and nothing else is kept.
 */
public final class FeedRecord {
  static final String TOPIC = "feed_topic";
  static final String PARTITION = "feed_partition";
  static final String OFFSET = "feed_offset";
  static final String UNREADABLE = "feed_unreadable";

  private static final int MILLIS_FORM = "2026-11-23T01:02:03.456Z".length();
  private static final byte[] NOTHING = {};

  /** Asked without the mapper, which would make a context for data-binding each time. */
  private static final TokenStreamFactory PARSERS = Json.events().tokenStreamFactory();

  /** Of producers, types and agencies there are few. */
  private static final KnownTexts<String> NAMES = new KnownTexts<>(Function.identity());

  private static final KnownTexts<Type> TYPES = new KnownTexts<>(Type::of);
  private static final KnownTexts<String> AGENCIES = new KnownTexts<>(FeedRecord::agencyOf);

  private final long position;
  private final ByteBuffer data;
  private final @Nullable Headers headers;
  private String source = "";
  private Type type = Type.NONE;
  private String subject = "";
  private String chain = "";
  private String causation = "";
  private String agency = "";
  private long timeMillis;
  private long sequence;
  private String fault = "";

  private record Type(String name, String shortName) {
    static final Type NONE = new Type("", "");

    static Type of(String name) {
      return new Type(name, EventTypes.shortName(name));
    }
  }

  private FeedRecord(ConsumerRecord<?, ByteBuffer> record, @Nullable Headers headers) {
    @Nullable ByteBuffer value = record.value();
    this.position = record.offset();
    take(record.headers().toArray());
    if (fault.isEmpty() && !isIdentified()) {
      fault = "the envelope is incomplete";
    }
    this.data = value == null || !isReadable() ? ByteBuffer.wrap(NOTHING) : value;
    this.headers = isReadable() ? headers : null;
  }

  /** Reads the headers; never throws, what cannot be read becomes the {@link #fault()}. */
  public static FeedRecord of(ConsumerRecord<?, ByteBuffer> record) {
    return new FeedRecord(record, record.headers());
  }

  /**
   * The same for a fold that tells nobody of the record: without its {@link #headers()}, which are
   * the larger part of it, as a collector moves about whatever waits for its turn.
   */
  public static FeedRecord withoutHeaders(ConsumerRecord<?, ByteBuffer> record) {
    return new FeedRecord(record, null);
  }

  /**
   * From the last header to the first, and no further than needed, as each costs a text for its
   * name. Of two with one name the last one counts, as it does for {@link EventHeaders}, which
   * writes those that are needed here last. A fault stands behind all others.
   */
  private void take(Header[] all) {
    for (int i = all.length - 1; i >= 0 && !isWhole(); i--) {
      take(all[i]);
    }
  }

  private boolean isIdentified() {
    return sequence > 0 && !subject.isEmpty() && !source.isEmpty() && !type.name().isEmpty();
  }

  /** The cause, which not every event has, stands behind the chain. */
  private boolean isWhole() {
    return isIdentified() && timeMillis != 0 && !agency.isEmpty() && !chain.isEmpty();
  }

  /** Values are taken out of those headers only that are needed: each costs a copy. */
  private void take(Header header) {
    switch (header.key()) {
      case "ce_source" -> source = source.isEmpty() ? NAMES.valueOf(bytes(header)) : source;
      case "ce_type" -> type = type.name().isEmpty() ? TYPES.valueOf(bytes(header)) : type;
      case "ce_subject" -> subject = subject.isEmpty() ? text(header) : subject;
      case "ce_chainid" -> chain = chain.isEmpty() ? text(header) : chain;
      case "ce_causationid" -> causation = causation.isEmpty() ? text(header) : causation;
      case "ce_actor" -> agency = agency.isEmpty() ? AGENCIES.valueOf(bytes(header)) : agency;
      case "ce_time" -> timeMillis = timeMillis == 0 ? millis(bytes(header)) : timeMillis;
      case "ce_sequence" -> sequence = sequence == 0 ? number(bytes(header)) : sequence;
      case UNREADABLE -> fault = text(header);
      default -> {
        // the other headers are for readers of the whole envelope
      }
    }
  }

  /** Feed offset: rises, with holes. */
  public long position() {
    return position;
  }

  public String source() {
    return source;
  }

  public String type() {
    return type.name();
  }

  /** The type without producer and version: {@code mission-announced}. */
  public String shortType() {
    return type.shortName();
  }

  public String subject() {
    return subject;
  }

  /** What the subject belongs to; its own id, where the envelope does not say. */
  public String chain() {
    return chain.isEmpty() ? subject : chain;
  }

  /** Reference of the event that led to this one; empty at the head of a chain. */
  public String causation() {
    return causation;
  }

  /** Code of the agency that acted; empty if the envelope does not say. */
  public String agency() {
    return agency;
  }

  public long sequence() {
    return sequence;
  }

  /** When the event happened, in milliseconds since 1970; 0 when the header cannot be read. */
  public long timeMillis() {
    return timeMillis;
  }

  /** The event's data, where it was fetched; empty for a record without a value. */
  public ByteBuffer data() {
    return data.duplicate();
  }

  /** A parser of the data, before its first token. A consumer's buffers all have an array. */
  public JsonParser json() {
    return PARSERS.createParser(
        ObjectReadContext.empty(),
        data.array(),
        data.arrayOffset() + data.position(),
        data.remaining());
  }

  /** Why the envelope cannot be read; empty for an ordinary record. */
  public String fault() {
    return fault;
  }

  public boolean isReadable() {
    return fault.isEmpty();
  }

  /**
   * All headers.
   *
   * @throws IllegalStateException if they were not kept
   */
  Headers headers() {
    if (headers == null) {
      throw new IllegalStateException("the headers of record " + position + " were not kept");
    }
    return headers;
  }

  private static String agencyOf(String actor) {
    int client = actor.indexOf('/');
    return client < 0 ? actor : actor.substring(0, client);
  }

  private static String text(Header header) {
    return new String(bytes(header), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Header header) {
    byte @Nullable [] value = header.value();
    return value == null ? NOTHING : value;
  }

  /** A positive whole number, or 0 for anything else. */
  static long number(byte[] digits) {
    if (digits.length == 0 || digits.length > 18) {
      return 0;
    }
    long number = 0;
    for (byte digit : digits) {
      if (digit < '0' || digit > '9') {
        return 0;
      }
      number = number * 10 + (digit - '0');
    }
    return number;
  }

  /**
   * Our producers write instants in one fixed form, which is read here without the general parser:
   * a fold of a million events spends a second less.
   */
  private static long millis(byte[] time) {
    try {
      if (time.length == MILLIS_FORM && time[MILLIS_FORM - 1] == 'Z') {
        long day =
            LocalDate.of(digits(time, 0, 4), digits(time, 5, 7), digits(time, 8, 10)).toEpochDay();
        long second = digits(time, 11, 13) * 3600L + digits(time, 14, 16) * 60L;
        return ((day * 86_400L) + second + digits(time, 17, 19)) * 1000L + digits(time, 20, 23);
      }
      return Instant.parse(new String(time, StandardCharsets.UTF_8)).toEpochMilli();
    } catch (DateTimeException | NumberFormatException unreadable) {
      return 0;
    }
  }

  private static int digits(byte[] time, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      if (time[i] < '0' || time[i] > '9') {
        throw new NumberFormatException("no digit");
      }
      number = number * 10 + (time[i] - '0');
    }
    return number;
  }
}
