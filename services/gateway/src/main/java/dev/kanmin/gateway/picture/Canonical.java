package dev.kanmin.gateway.picture;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Of equal values mostly the one object that was seen first: what a thousand subjects have in
 * common is kept once, lies in the processor's cache, and is compared by its address. Of two values
 * that fall on the same place the later one stays.
 *
 * @param <T> immutable
 */
final class Canonical<T> {
  private static final int PLACES = 4_096;

  private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);

  T of(T value) {
    int hash = value.hashCode();
    int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
    T known = places.get(place);
    if (value.equals(known)) {
      return known;
    }
    places.set(place, value);
    return value;
  }
}
