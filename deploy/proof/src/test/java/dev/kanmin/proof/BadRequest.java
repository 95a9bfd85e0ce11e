package dev.kanmin.proof;

import java.util.Set;

/**
 * A request that must be refused.
 *
 * @param what in words
 * @param request with its token, if it has one
 * @param status that it must get
 * @param place which of {@code errors} must name what is wrong: {@code pointer:/kind}, {@code
 *     parameter:limit}, {@code header:If-Match}, {@code line}; empty where the whole request is
 *     refused (no token, no such address)
 */
record BadRequest(String what, Request request, int status, String place) {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  BadRequest(String what, Request request, int status) {
    this(what, request, status, "");
  }

  /** Of reads only those are counted that were denied to somebody. */
  boolean isCounted() {
    return !READS.contains(request.method()) || status == 401 || status == 403;
  }
}
