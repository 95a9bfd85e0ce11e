package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.ONE_EFFECT;
import static dev.kanmin.infrastructure.faults.Invariant.PROPER_ANSWERS;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Sends a command, under one key, until it is answered; and sometimes once more after that. */
final class Insistence {
  /** An officer gives up one in five failed commands where that is allowed. */
  private static final double GIVES_UP = 0.2;

  private static final double ASKS_AGAIN = 0.1;

  private final List<Api> doors;
  private final Ledger ledger;
  private final Runnable turn;
  private final Random random;

  /**
   * @param doors each attempt goes through one of them
   */
  Insistence(List<Api> doors, Ledger ledger, Runnable turn, Random random) {
    this.doors = doors;
    this.ledger = ledger;
    this.turn = turn;
    this.random = random;
  }

  /** An idempotency key that nobody has used. */
  String newKey() {
    return "proof-%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  /** Whether to do something that is done now and then. */
  boolean nowAndThen() {
    return random.nextDouble() < ASKS_AGAIN;
  }

  /** The answer, however long it takes. */
  Answer untilAnswered(String client, Request command) {
    return send(client, command, false).orElseThrow();
  }

  /** The answer; or empty when the officer gave the command up after a failure. */
  Optional<Answer> unlessGivenUp(String client, Request command) {
    return send(client, command, true);
  }

  private Optional<Answer> send(String client, Request command, boolean mayGiveUp) {
    while (true) {
      turn.run();
      ledger.attempts.increment();
      var answer = attempt(client, command);
      if (answer.isPresent() && answer.get().isSuccess()) {
        ledger.acknowledged.increment();
        if (nowAndThen()) {
          again(client, command, answer.get());
        }
        return answer;
      }
      answer.ifPresentOrElse(
          failure -> judge(command, failure), () -> ledger.withoutAnswer.increment());
      if (mayGiveUp && random.nextDouble() < GIVES_UP) {
        ledger.abandoned.increment();
        return Optional.empty();
      }
    }
  }

  private Optional<Answer> attempt(String client, Request command) {
    var door = doors.get(random.nextInt(doors.size()));
    return door.attempt(door.as(client, command));
  }

  private void judge(Request command, Answer failure) {
    if (failure.status() == 502 || failure.status() == 503 || failure.status() == 504) {
      ledger.refusedForNow.increment();
      return;
    }
    var description =
        "%s %s was answered %d: %s"
            .formatted(command.method(), command.address(), failure.status(), failure.text());
    if (failure.status() < 500) {
      throw new AssertionError(description);
    }
    ledger.fault(PROPER_ANSWERS, description);
  }

  /** The same command under the same key: no second effect, the same answer. */
  private void again(String client, Request command, Answer first) {
    if (!command.headers().containsKey("Idempotency-Key")) {
      return;
    }
    turn.run();
    ledger.repeated.increment();
    attempt(client, command)
        .filter(Answer::isSuccess)
        .filter(
            second -> !second.json().equals(first.json()) || !second.event().equals(first.event()))
        .ifPresent(
            second ->
                ledger.fault(
                    ONE_EFFECT,
                    "%s was answered %s, and repeated %s"
                        .formatted(command.address(), first.text(), second.text())));
  }
}
