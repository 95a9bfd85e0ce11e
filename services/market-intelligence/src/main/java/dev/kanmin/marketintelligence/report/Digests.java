package dev.kanmin.marketintelligence.report;

import dev.kanmin.events.aggregates.IdempotencyKey;

/** Tells one text from another. */
final class Digests {
  private static final int CHARACTERS = 16;

  private Digests() {}

  /** The first 64 bits of SHA-256 of title, summary and body, in hexadecimal. */
  static String of(ReportText text) {
    return IdempotencyKey.digest(String.join("\u0000", text.title(), text.summary(), text.body()))
        .substring(0, CHARACTERS);
  }
}
