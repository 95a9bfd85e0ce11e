package dev.kanmin.events.aggregates;

import dev.kanmin.events.wire.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Clients of a service that dies: what each wanted, and what it was told. They repeat what was not
 * answered, under the same key, or give it up; now and then they repeat what was answered.
 */
final class TallyClients {
  private static final int SUBJECTS = 6;
  private static final int RECENT = 20;

  private final Random random;
  private final List<Wish> wishes = new ArrayList<>();
  private final List<Wish> unanswered = new ArrayList<>();
  private final Map<Integer, Integer> generations = new HashMap<>();
  private int answers;

  /** One thing that one client wants; it acts under a name that nobody else has. */
  static final class Wish {
    final int number;
    final String subject;
    final Tally.Command command;
    private boolean underWay = true;
    private boolean refused;
    private Optional<Receipt> answer = Optional.empty();
    private final List<Receipt> otherAnswers = new ArrayList<>();

    private Wish(int number, String subject, Tally.Command command) {
      this.number = number;
      this.subject = subject;
      this.command = command;
    }

    CommandContext context() {
      return CommandContext.of(new Actor("jetro", client(number)), Instant.now())
          .with(new IdempotencyKey("jetro/tallies", "wish-" + number, command.toString()));
    }

    /** How many events it makes, if any. */
    int events() {
      return switch (command) {
        case Tally.Command.Add add -> 1;
        case Tally.Command.Rename rename -> 1;
        case Tally.Command.Close close -> 2;
      };
    }

    Optional<Receipt> answer() {
      return answer;
    }

    boolean isRefused() {
      return refused;
    }

    /** Answers to repetitions that were not the first answer again. */
    List<Receipt> otherAnswers() {
      return otherAnswers;
    }

    @Override
    public String toString() {
      return "wish " + number + " on " + subject + ": " + command;
    }
  }

  TallyClients(Random random) {
    this.random = random;
  }

  static String client(int number) {
    return "c" + number;
  }

  /** What is asked next. */
  synchronized Wish next() {
    if (!unanswered.isEmpty() && random.nextInt(3) > 0) {
      return begin(unanswered.remove(random.nextInt(unanswered.size())));
    }
    if (random.nextInt(12) == 0) {
      Wish recent = wishes.isEmpty() ? newWish() : recent();
      return recent.underWay ? newWish() : begin(recent);
    }
    return newWish();
  }

  private static Wish begin(Wish wish) {
    wish.underWay = true;
    return wish;
  }

  private Wish recent() {
    return wishes.get(Math.max(0, wishes.size() - 1 - random.nextInt(RECENT)));
  }

  private Wish newWish() {
    int slot = random.nextInt(SUBJECTS);
    int generation = generations.getOrDefault(slot, 0);
    String subject = "tally-" + slot + "-" + generation;
    int number = wishes.size();
    Wish wish = new Wish(number, subject, command(slot, generation, number));
    wishes.add(wish);
    return wish;
  }

  /** Every amount and name is asked for once, so that an event tells which wish it came from. */
  private Tally.Command command(int slot, int generation, int number) {
    return switch (random.nextInt(30)) {
      case 0 -> {
        generations.put(slot, generation + 1);
        yield new Tally.Command.Close();
      }
      case 1, 2, 3 -> new Tally.Command.Rename("name " + number);
      default -> new Tally.Command.Add(number);
    };
  }

  synchronized void answered(Wish wish, Receipt receipt) {
    wish.underWay = false;
    answers++;
    if (wish.answer.isEmpty()) {
      wish.answer = Optional.of(receipt);
    } else if (!wish.answer.get().equals(receipt)) {
      wish.otherAnswers.add(receipt);
    }
  }

  synchronized void refused(Wish wish) {
    wish.underWay = false;
    wish.refused = true;
  }

  /** The service has died: who waits for an answer will ask again, or never hear. */
  synchronized void hangUp() {
    for (Wish wish : wishes) {
      if (wish.underWay) {
        wish.underWay = false;
        if (wish.answer.isEmpty() && random.nextInt(5) > 0) {
          unanswered.add(wish);
        }
      }
    }
  }

  synchronized Optional<Wish> wishOf(String actor) {
    return actor.startsWith("jetro/c")
        ? Optional.of(Integer.parseInt(actor.substring("jetro/c".length())))
            .filter(number -> number < wishes.size())
            .map(wishes::get)
        : Optional.empty();
  }

  synchronized List<Wish> wishes() {
    return List.copyOf(wishes);
  }

  synchronized int answers() {
    return answers;
  }
}
