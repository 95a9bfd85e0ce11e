package dev.kanmin.gateway.feed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * How a record of a service's topic stands in the feed: as it is, with where it came from. Of one
 * that cannot be read, a part that is too large is left out, so that whatever a topic holds can be
 * copied: a record that the broker would refuse would stop the feed for everybody.
 */
final class CopyForm {
  /** A record of the broker's largest size would no longer fit with more headers. */
  private static final int LARGEST_VALUE = 960 * 1024;

  /** Keys are subjects, and those are ids. */
  private static final int LARGEST_KEY = 1024;

  /**
   * An envelope has not half as much. Each header becomes several objects wherever it is read, so
   * that hostile ones of a mebibyte could fill the memory of every reader of the feed.
   */
  private static final int LARGEST_HEADERS = 8 * 1024;

  private static final int HEADER_OVERHEAD = 32;

  private final String feed;

  CopyForm(String feed) {
    this.feed = feed;
  }

  /** Why a record cannot be copied as it is; empty if it can. */
  static Optional<String> tooLarge(ConsumerRecord<byte[], byte[]> record) {
    if (size(record.value()) > LARGEST_VALUE) {
      return Optional.of("its value is larger than " + LARGEST_VALUE + " bytes");
    }
    if (size(record.headers()) > LARGEST_HEADERS) {
      return Optional.of("its headers take more than " + LARGEST_HEADERS + " bytes");
    }
    return size(record.key()) > LARGEST_KEY
        ? Optional.of("its key is larger than " + LARGEST_KEY + " bytes")
        : Optional.empty();
  }

  /** A record that can be read and is not {@link #tooLarge}. */
  ProducerRecord<byte[], byte[]> readable(ConsumerRecord<byte[], byte[]> record) {
    return copy(record, record.key(), record.headers(), record.value());
  }

  /** The mark stands behind all other headers: who looks from their end must come past it. */
  ProducerRecord<byte[], byte[]> unreadable(ConsumerRecord<byte[], byte[]> record, String reason) {
    ProducerRecord<byte[], byte[]> copy =
        copy(
            record,
            size(record.key()) > LARGEST_KEY ? null : record.key(),
            size(record.headers()) > LARGEST_HEADERS ? new RecordHeaders() : record.headers(),
            size(record.value()) > LARGEST_VALUE ? null : record.value());
    put(copy.headers(), FeedRecord.UNREADABLE, reason);
    return copy;
  }

  private ProducerRecord<byte[], byte[]> copy(
      ConsumerRecord<byte[], byte[]> record,
      byte @Nullable [] key,
      Headers headers,
      byte @Nullable [] value) {
    Headers copied = new RecordHeaders(headers.toArray());
    put(copied, FeedRecord.TOPIC, record.topic());
    put(copied, FeedRecord.PARTITION, Integer.toString(record.partition()));
    put(copied, FeedRecord.OFFSET, Long.toString(record.offset()));
    copied.remove(FeedRecord.UNREADABLE);
    return new ProducerRecord<>(feed, 0, null, key, value, copied);
  }

  /** A producer's header of our name must not pass for ours. */
  private static void put(Headers headers, String name, String text) {
    headers.remove(name);
    headers.add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static int size(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static int size(Headers headers) {
    int size = 0;
    for (Header header : headers) {
      size += HEADER_OVERHEAD + header.key().length() + size(header.value());
    }
    return size;
  }
}
