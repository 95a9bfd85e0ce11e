package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Feed records as the writer leaves them, made by hand. */
public final class Records {
  public static final String MISSIONS = "/trade-missions";
  public static final String ACTIVITIES = "/oda-linkage";

  private Records() {}

  public static FeedRecord mission(
      long position, String subject, long sequence, String event, String data) {
    return record(position, MISSIONS, subject, sequence, event, data);
  }

  public static FeedRecord activity(
      long position, String subject, long sequence, String event, String data) {
    return record(position, ACTIVITIES, subject, sequence, event, data);
  }

  /** An event that happened so many seconds into 23 November 2026 as its position says. */
  public static FeedRecord record(
      long position, String source, String subject, long sequence, String event, String data) {
    return record(position, source, subject, sequence, event, data, "2026-11-23T00:%02d:%02d.000Z");
  }

  private static FeedRecord record(
      long position,
      String source,
      String subject,
      long sequence,
      String event,
      String data,
      String time) {
    var record =
        new ConsumerRecord<>(
            "kanmin.feed",
            0,
            position,
            ByteBuffer.wrap(subject.getBytes(StandardCharsets.UTF_8)),
            ByteBuffer.wrap(data.getBytes(StandardCharsets.UTF_8)));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            subject + "/" + sequence,
            "ce_source",
            source,
            "ce_type",
            "dev.kanmin" + source.replace('/', '.') + "." + event + ".v1",
            "ce_subject",
            subject,
            "ce_time",
            time.formatted(position / 60 % 60, position % 60),
            "ce_sequence",
            Long.toString(sequence),
            "ce_chainid",
            "chain",
            "ce_actor",
            "jica/jica")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return FeedRecord.of(record);
  }

  /** Data of {@code mission-announced}. */
  public static String announced(String countries, String fields) {
    return """
        {"state": "announced", "kind": "seminar", "title": {"en": "Seminar"}, "countries": [%s], "fields": [%s],
         "period": {"from": "2027-02-08", "to": "2027-02-12"}, "stops": [], "organiser": "jetro", "supporters": ["jica"],
         "office": {"code": "jetro-hanoi", "name": {"en": "Hanoi office"}}, "deadline": {"at": "2026-12-18T08:00:00Z"}}"""
        .formatted(countries, fields);
  }

  /** Data of any event of an activity with a commitment in JPY. */
  public static String facts(String countries, String fields, String commitment) {
    return """
        {"activity": {"iatiIdentifier": "XM-DAC-701-8-1", "reportingOrganisation": {"ref": "XM-DAC-701-8"}, "owner": "jica",
         "title": {"en": "Hospital"}, "status": "implementation", "countries": [%s], "fields": [%s],
         "money": {"budgets": [], "commitments": [{"amount": "%s", "currency": "JPY"}], "disbursements": [], "expenditures": [], "leftOut": 0}}}"""
        .formatted(countries, fields, commitment);
  }

  public static String country(String code, String percentage) {
    return "{\"country\": \"%s\", \"percentage\": %s}".formatted(code, percentage);
  }

  public static String field(String code, String percentage) {
    return "{\"field\": \"%s\", \"percentage\": %s}".formatted(code, percentage);
  }
}
