package dev.kanmin.proof;

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

  BadRequest(String what, Request request, int status) {
    this(what, request, status, "");
  }
}
