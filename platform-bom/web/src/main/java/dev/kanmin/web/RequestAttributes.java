package dev.kanmin.web;

/** Under which names the parts of this module leave things on an exchange for each other. */
final class RequestAttributes {
  static final String CALLER = "dev.kanmin.web.caller";
  static final String BODY_DIGEST = "dev.kanmin.web.bodyDigest";

  private RequestAttributes() {}
}
