package dev.kanmin.events.aggregates;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/**
 * Identifiers: a short prefix that names the kind, and 128 bits in Crockford base 32 (lower case,
 * 26 characters; no i, l, o, u).
 */
public final class Ids {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 26;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** The same parts always give the same id. */
  public static String derived(String prefix, String... parts) {
    String digest = IdempotencyKey.digest(String.join("\n", parts));
    return prefix + "_" + encode(new BigInteger(digest.substring(0, 32), 16));
  }

  /** A new id that sorts by time: 48 bits of milliseconds, 80 random bits. */
  public static String random(String prefix, Instant at) {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    byte[] millis = ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    System.arraycopy(millis, 2, bits, 0, 6);
    return prefix + "_" + encode(new BigInteger(1, bits));
  }

  /**
   * Derived from the key when there is one, so that a repeated create meets what the first one
   * made.
   */
  public static String forCreate(String prefix, CommandContext context) {
    return context
        .key()
        .map(key -> derived(prefix, key.scope(), key.key()))
        .orElseGet(() -> random(prefix, context.at()));
  }

  /** Whether a text could be an id of any kind. */
  public static boolean isWellFormed(String id) {
    int end = id.indexOf('_');
    return end > 0
        && id.chars().limit(end).allMatch(c -> c >= 'a' && c <= 'z')
        && isWellFormed(id.substring(0, end), id);
  }

  /** Whether a text could be an id of this kind; keeps hostile input away from the store. */
  public static boolean isWellFormed(String prefix, String id) {
    return id.length() == prefix.length() + 1 + LENGTH
        && id.startsWith(prefix + "_")
        && id.substring(prefix.length() + 1).chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  private static String encode(BigInteger value) {
    byte[] digits = new byte[LENGTH];
    BigInteger rest = value;
    for (int i = LENGTH - 1; i >= 0; i--) {
      digits[i] = (byte) ALPHABET.charAt(rest.intValue() & 31);
      rest = rest.shiftRight(5);
    }
    return new String(Arrays.copyOf(digits, LENGTH), StandardCharsets.US_ASCII);
  }
}
