package dev.kanmin.proof;

import dev.kanmin.infrastructure.faults.Campaign;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The topics say again what they said, while new events come: in the old order from the beginning,
 * and in any order, each record up to nine times more.
 */
@ExtendWith(SharedSystem.class)
@Tag(Campaign.TAG)
@Order(120)
final class RepeatedLogTest {
  /** Only the feed's writer reads these. */
  private static final int MISSION_COPIES = Campaign.size(20_000, 900_000);

  /** These go through the store of the missions one by one. */
  private static final int ACTIVITY_COPIES = Campaign.size(3_000, 100_000);

  private static final int MOST_COPIES_OF_EACH = 9;

  /** What is held in memory to be sent again. */
  private static final int REPEATED_AT_MOST = 50_000;

  private static final int COMMANDS_PER_SECOND = 20;
  private static final int OFFICERS = 6;
  private static final int ANSWERS = 40;

  @Test
  void records_that_come_two_to_ten_times_change_nothing(LocalSystem system) {
    var broker = system.broker();
    try (var run =
        FaultRun.begin(system, "duplicates x2 to x10, and the topics once more from 0")) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      traffic.awaitAnswers(ANSWERS, "before the first copy");
      var random = run.seed().random("copies");
      repeat(run, broker, Broker.MISSIONS, MISSION_COPIES, random);
      repeat(run, broker, Broker.ACTIVITIES, ACTIVITY_COPIES, random);
      traffic.awaitAnswers(ANSWERS, "after the last copy");
      run.settle(traffic.stop());
    }
  }

  private static void repeat(FaultRun run, Broker broker, String topic, int least, Random random) {
    var records = broker.firstRecords(topic, REPEATED_AT_MOST);
    long sent = 0;
    var copiesOf = new HashMap<String, Integer>();
    // what faults before have doubled is there already
    records.forEach(record -> copiesOf.merge(event(record), 1, Integer::sum));
    try (var producer = broker.producer()) {
      var rounds = 0;
      while (sent < least) {
        var copies = rounds == 0 ? records : shuffled(records, random);
        copies = copies.subList(0, (int) Math.min(copies.size(), least - sent));
        for (var record : copies) {
          again(producer, record);
          copiesOf.merge(event(record), 1, Integer::sum);
        }
        sent += copies.size();
        rounds++;
      }
      producer.flush();
      run.injected(sent, Collections.max(copiesOf.values()));
    }
  }

  /** Names the event of a record, and what has no envelope by its place. */
  private static String event(ConsumerRecord<byte[], byte[]> record) {
    var source = EventLog.header(record, "ce_source");
    var id = EventLog.header(record, "ce_id");
    return source.isEmpty() || id.isEmpty()
        ? record.partition() + "@" + record.offset()
        : source + "/" + id;
  }

  /** Each one to nine times, in any order. */
  private static List<ConsumerRecord<byte[], byte[]>> shuffled(
      List<ConsumerRecord<byte[], byte[]>> records, Random random) {
    var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    records.forEach(
        record -> all.addAll(Collections.nCopies(1 + random.nextInt(MOST_COPIES_OF_EACH), record)));
    Collections.shuffle(all, random);
    return all;
  }

  @SuppressWarnings(
      "FutureReturnValueIgnored") // the flush waits; what was not sent is missed later
  private static void again(
      KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> record) {
    producer.send(
        new ProducerRecord<>(
            record.topic(),
            record.partition(),
            null,
            record.key(),
            record.value(),
            record.headers()));
  }
}
