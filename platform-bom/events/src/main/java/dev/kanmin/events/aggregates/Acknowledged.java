package dev.kanmin.events.aggregates;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last sequence of recently sent subjects that the broker has acknowledged. A command may have
 * read an outbox just before its events were removed; without this memory they would be sent twice,
 * which is harmless but stays in the topic for ever.
 */
final class Acknowledged {
  private static final int REMEMBERED = 10_000;

  private final Map<String, Long> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized void remember(String key, long sequence) {
    last.merge(key, sequence, Math::max);
  }

  /** 0 when nothing is remembered. */
  synchronized long last(String key) {
    return last.getOrDefault(key, 0L);
  }
}
