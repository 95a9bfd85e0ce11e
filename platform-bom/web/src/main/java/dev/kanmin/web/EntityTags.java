package dev.kanmin.web;

import org.springframework.http.HttpHeaders;

/** Asks whether a caller has what would be answered. */
public final class EntityTags {
  private static final String ANY = "*";

  private EntityTags() {}

  /**
   * Whether {@code If-None-Match} names this entity tag, or any; compared weakly (RFC 9110,
   * 13.1.2). A header that is no list of entity tags names none: the answer is then whole, which is
   * never wrong.
   *
   * @param entityTag with its quotes, {@code "7"} or {@code W/"7"}
   */
  public static boolean areKnown(HttpHeaders request, String entityTag) {
    String opaque = entityTag.substring(entityTag.indexOf('"'));
    return request.getOrEmpty(HttpHeaders.IF_NONE_MATCH).stream()
        .anyMatch(known -> known.strip().equals(ANY) || known.contains(opaque));
  }
}
