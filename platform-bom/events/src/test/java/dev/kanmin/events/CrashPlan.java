package dev.kanmin.events;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Ends a life when a step has been reached so many times; until it is armed it only watches. */
final class CrashPlan implements RelaySteps {
  /** Steps of one kind that pass at most before the crash: some crashes hit a busy process. */
  private static final int PATIENCE = 20;

  private final Life life;
  private final RelaySteps watcher;
  private Step fatal = Step.BEFORE_STORE;
  private int left;

  /**
   * @param watcher hears of every step that the living process takes, the fatal one included
   */
  CrashPlan(Life life, RelaySteps watcher) {
    this.life = life;
    this.watcher = watcher;
  }

  synchronized void arm(Random random) {
    fatal = Step.values()[random.nextInt(Step.values().length)];
    left = 1 + random.nextInt(PATIENCE);
  }

  synchronized Step fatal() {
    return fatal;
  }

  @Override
  public synchronized void reached(Step step, String id, long sequence) {
    if (life.isOver()) {
      return;
    }
    watcher.reached(step, id, sequence);
    if (step == fatal && left > 0 && --left == 0) {
      life.end();
    }
  }

  /** How often each step was fatal. */
  static final class Tolls {
    private final Map<Step, Integer> tolls = new EnumMap<>(Step.class);

    synchronized void add(Step step) {
      tolls.merge(step, 1, Integer::sum);
    }

    synchronized int total() {
      return tolls.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public synchronized String toString() {
      return tolls.toString();
    }
  }
}
