package dev.kanmin.gateway.picture;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of equal keys is mostly made once: what a thousand subjects have in common is kept
 * once, lies in the processor's cache, and is compared by its address. Of two keys that fall on the
 * same place the later one stays: hostile input only costs the saving.
 *
 * @param <K> immutable
 * @param <V> immutable
 */
final class Memo<K, V> {
  private static final int PLACES = 4_096;

  private final AtomicReferenceArray<@Nullable Known<K, V>> places =
      new AtomicReferenceArray<>(PLACES);
  private final Function<? super K, ? extends V> make;

  private record Known<K, V>(K key, V value) {}

  Memo(Function<? super K, ? extends V> make) {
    this.make = make;
  }

  /** Of equal values the one that was seen first. */
  static <T> Memo<T, T> same() {
    return new Memo<>(value -> value);
  }

  V of(K key) {
    int hash = key.hashCode();
    int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
    Known<K, V> known = places.get(place);
    if (known != null && known.key().equals(key)) {
      return known.value();
    }
    V value = make.apply(key);
    places.set(place, new Known<>(key, value));
    return value;
  }
}
