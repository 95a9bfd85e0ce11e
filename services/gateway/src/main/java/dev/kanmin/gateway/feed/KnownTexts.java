package dev.kanmin.gateway.feed;

import java.nio.charset.StandardCharsets;
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
public final class KnownTexts<T> {
  private static final int PLACES = 4_096;
  private static final int LONGEST = 64;

  private final AtomicReferenceArray<@Nullable Known<T>> places =
      new AtomicReferenceArray<>(PLACES);
  private final Function<String, T> make;

  private record Known<T>(String text, T value) {}

  /**
   * @param make the value of a text that is not known; what it throws is thrown on
   */
  public KnownTexts(Function<String, T> make) {
    this.make = make;
  }

  /** What a text in UTF-8 stands for; of those beyond ASCII nothing is saved. */
  public T valueOf(byte[] utf8) {
    if (utf8.length > LONGEST) {
      return make.apply(new String(utf8, StandardCharsets.UTF_8));
    }
    int hash = 0;
    for (byte one : utf8) {
      hash = 31 * hash + one;
    }
    int place = place(hash);
    Known<T> known = places.get(place);
    return known != null && isFor(known.text(), utf8)
        ? known.value()
        : keep(place, new String(utf8, StandardCharsets.UTF_8));
  }

  private static int place(int hash) {
    return (hash ^ (hash >>> 12)) & (PLACES - 1);
  }

  private T keep(int place, String text) {
    Known<T> known = new Known<>(text, make.apply(text));
    places.set(place, known);
    return known.value();
  }

  private static boolean isFor(String text, byte[] ascii) {
    if (text.length() != ascii.length) {
      return false;
    }
    for (int i = 0; i < ascii.length; i++) {
      if (text.charAt(i) != ascii[i]) {
        return false;
      }
    }
    return true;
  }
}
