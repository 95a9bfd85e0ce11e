package dev.kanmin.gateway.feed;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

/**
 * What the feed itself says about how far copying has come: the last sequence of every subject, and
 * the last copied offset of every source partition. Folded from the feed alone, so that nothing
 * depends on group offsets, which expire.
 */
final class CopyState {
  /** What to do with a record of a source topic. */
  enum Verdict {
    COPY,
    /** To be copied, and an alarm: sequences between the last one and this are missing. */
    COPY_AFTER_GAP,
    /** Sequence not above the last one: the relay sent it twice. */
    DUPLICATE
  }

  private final Map<String, Map<String, Long>> lastSequences = new HashMap<>();
  private final Map<TopicPartition, Long> lastOffsets = new HashMap<>();

  /** Takes in a record that stands in the feed. */
  void fold(FeedRecord record, Headers headers) {
    var topic = headers.lastHeader(FeedRecord.TOPIC);
    var partition = headers.lastHeader(FeedRecord.PARTITION);
    var offset = headers.lastHeader(FeedRecord.OFFSET);
    if (topic != null && partition != null && offset != null) {
      copied(
          new TopicPartition(
              new String(topic.value(), StandardCharsets.UTF_8),
              (int) FeedRecord.number(partition.value())),
          FeedRecord.number(offset.value()));
    }
    if (record.isReadable()) {
      sequences(record.source()).merge(record.subject(), record.sequence(), Math::max);
    }
  }

  /** Judges the next record of a source topic and remembers it. */
  Verdict next(String source, String subject, long sequence) {
    Map<String, Long> sequences = sequences(source);
    long last = sequences.getOrDefault(subject, 0L);
    if (sequence <= last) {
      return Verdict.DUPLICATE;
    }
    sequences.put(subject, sequence);
    return sequence == last + 1 ? Verdict.COPY : Verdict.COPY_AFTER_GAP;
  }

  void copied(TopicPartition partition, long offset) {
    lastOffsets.merge(partition, offset, Math::max);
  }

  /** The offset of the last record that came from there; empty if none did. */
  OptionalLong lastOffset(TopicPartition partition) {
    Long offset = lastOffsets.get(partition);
    return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  private Map<String, Long> sequences(String source) {
    return lastSequences.computeIfAbsent(source, name -> new HashMap<>());
  }
}
