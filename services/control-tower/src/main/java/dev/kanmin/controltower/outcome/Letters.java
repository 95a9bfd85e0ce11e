package dev.kanmin.controltower.outcome;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Brings a confirmation link to the company. An installation without an implementation makes no
 * links: no secret may come into being that would have to be shown to an officer instead.
 */
public interface Letters {

  /**
   * What the company is asked.
   *
   * @param companyId whose contact person for confirmations gets it
   * @param secret works once; it stands in the letter and nowhere else, and must not be logged
   * @param expires until when
   */
  record Letter(String outcomeId, String companyId, String secret, Instant expires) {
    /** Without the secret, so that it reaches no log by accident. */
    @Override
    public String toString() {
      return "letter about " + outcomeId;
    }
  }

  /** Completes once the letter is on its way for good. */
  Mono<Void> send(Letter letter);
}
