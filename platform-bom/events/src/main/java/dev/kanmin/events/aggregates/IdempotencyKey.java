package dev.kanmin.events.aggregates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Marks a command so that repeating it has one effect and the same answer for 24 hours.
 *
 * @param scope who and where: agency and route, or policy name
 * @param key what the client sent, or the event reacted to and for whom
 * @param request digest of the request, to tell a repetition from another request under the same
 *     key
 */
public record IdempotencyKey(String scope, String key, String request) {

  /**
   * Under which field of the document the answer is kept; free of characters that MongoDB gives a
   * meaning.
   */
  String field() {
    return digest(scope + "\n" + key).substring(0, 32);
  }

  /** Hex SHA-256 of a request body or key. */
  public static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Hex SHA-256 of a request body. */
  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
