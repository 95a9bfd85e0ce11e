package dev.kanmin.controltower.outcome;

import dev.kanmin.controltower.outcome.OutcomeCommand.AnswerByCompany;
import dev.kanmin.controltower.outcome.OutcomeCommand.AskCompany;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.IdempotencyKey;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.events.wire.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Single-use links by which companies answer: {@code <outcome>.<secret>}. Only the hash of the
 * secret is kept; a new link ends the one before (docs/decisions/0081-confirmation-links.md).
 */
@Component
class ConfirmationLinks {
  static final Rule NO_LETTERS =
      Rule.conflict("no-letters-here", "This installation sends no letters to companies");

  /** Time for a company to find who can answer. */
  static final Duration VALID = Duration.ofDays(14);

  private static final String CLIENT = "confirmation-link";
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes;
  private final ObjectProvider<Letters> letters;
  private final Clock clock;

  ConfirmationLinks(
      Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes,
      ObjectProvider<Letters> letters,
      Clock clock) {
    this.outcomes = outcomes;
    this.letters = letters;
    this.clock = clock;
  }

  /** A link as the company shows it. */
  private record Shown(String outcomeId, String hash) {}

  /** Sends the company a link. A repetition of the request sends no second letter. */
  Mono<Receipt> ask(String id, CommandContext context) {
    Letters post = letters.getIfAvailable();
    if (post == null) {
      return Mono.error(() -> NO_LETTERS.refuse("Submit evidence; a second officer reviews it."));
    }
    String secret = newSecret();
    Instant expires = context.at().plus(VALID);
    AtomicBoolean isNew = new AtomicBoolean();
    return outcomes
        .handle(
            id,
            new AskCompany(IdempotencyKey.digest(secret), expires),
            context,
            event -> isNew.set(true))
        .flatMap(
            receipt ->
                isNew.get()
                    ? outcomes
                        .find(id)
                        .flatMap(stored -> post.send(letter(stored, secret, expires)))
                        .thenReturn(receipt)
                    : Mono.just(receipt));
  }

  /** What is to be confirmed, for whoever shows a link that works. */
  Mono<Outcome> look(String link) {
    return shown(link)
        .flatMap(
            shown ->
                outcomes
                    .find(shown.outcomeId())
                    .doOnNext(
                        stored -> OutcomeRules.link(shown.hash(), stored.state(), clock.instant())))
        .map(Stored::state)
        .switchIfEmpty(Mono.error(ConfirmationLinks::unknown));
  }

  /** The company's answer; the link is used up. */
  Mono<Receipt> answer(
      String link, boolean confirmed, Optional<String> counterfactual, Optional<String> remark) {
    return shown(link)
        .flatMap(
            shown ->
                outcomes
                    .find(shown.outcomeId())
                    .flatMap(
                        stored ->
                            outcomes.handle(
                                stored.id(),
                                new AnswerByCompany(
                                    shown.hash(), confirmed, counterfactual, remark),
                                CommandContext.of(
                                    new Actor(stored.state().owner().orElseThrow().code(), CLIENT),
                                    clock.instant()))))
        .switchIfEmpty(Mono.error(ConfirmationLinks::unknown));
  }

  private static RuntimeException unknown() {
    return OutcomeRules.NO_SUCH_LINK.refuse("Use the link of the latest letter.");
  }

  private static Mono<Shown> shown(String link) {
    int dot = link.indexOf('.');
    return dot < 0
        ? Mono.empty()
        : Mono.just(
            new Shown(link.substring(0, dot), IdempotencyKey.digest(link.substring(dot + 1))));
  }

  private static Letters.Letter letter(Stored<Outcome> stored, String secret, Instant expires) {
    return new Letters.Letter(
        stored.id(), stored.state().known().companyId(), stored.id() + "." + secret, expires);
  }

  private static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
