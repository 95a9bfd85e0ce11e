package dev.kanmin.gateway.picture;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What texts that come again and again stand for: codes, dates. A value that is still known is not
 * made again, so equal codes are mostly one object, quickly compared and with their hash at hand.
 * Of two texts that fall on the same place the later one stays: hostile input only costs the
 * saving.
 *
 * @param <T> immutable
 */
final class KnownTexts<T> {
  private static final int PLACES = 4_096;
  private static final int LONGEST = 40;

  private final AtomicReferenceArray<@Nullable Known<T>> places =
      new AtomicReferenceArray<>(PLACES);
  private final Function<String, T> make;

  private record Known<T>(String text, T value) {
    boolean isFor(char[] characters, int offset, int length) {
      if (text.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (text.charAt(i) != characters[offset + i]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param make the value of a text that is not known; what it throws is thrown on
   */
  KnownTexts(Function<String, T> make) {
    this.make = make;
  }

  T valueOf(char[] characters, int offset, int length) {
    if (length > LONGEST) {
      return make.apply(new String(characters, offset, length));
    }
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + characters[i];
    }
    int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
    Known<T> known = places.get(place);
    if (known == null || !known.isFor(characters, offset, length)) {
      String text = new String(characters, offset, length);
      known = new Known<>(text, make.apply(text));
      places.set(place, known);
    }
    return known.value();
  }
}
