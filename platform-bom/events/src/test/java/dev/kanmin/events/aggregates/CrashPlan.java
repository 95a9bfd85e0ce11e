package dev.kanmin.events.aggregates;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Ends a life when a step has been reached so many times; until it is armed it only watches. */
public final class CrashPlan<S extends Enum<S>> {
  private final Life life;
  private final Class<S> steps;
  private final int patience;
  private S fatal;
  private int left;

  /**
   * @param patience steps of one kind that pass at most before the crash: some crashes shall hit a
   *     busy process
   */
  public CrashPlan(Life life, Class<S> steps, int patience) {
    this.life = life;
    this.steps = steps;
    this.patience = patience;
    this.fatal = steps.getEnumConstants()[0];
  }

  public synchronized void arm(Random random) {
    S[] all = steps.getEnumConstants();
    fatal = all[random.nextInt(all.length)];
    left = 1 + random.nextInt(patience);
  }

  public synchronized S fatal() {
    return fatal;
  }

  public void reached(S step) {
    reached(step, () -> {});
  }

  /**
   * @param watching happens for every step that the living process takes, the fatal one included
   */
  public synchronized void reached(S step, Runnable watching) {
    if (life.isOver()) {
      return;
    }
    watching.run();
    if (step == fatal && left > 0 && --left == 0) {
      life.end();
    }
  }

  /** How often each step was fatal. */
  public static final class Tolls<S extends Enum<S>> {
    private final Map<S, Integer> tolls;

    public Tolls(Class<S> steps) {
      tolls = new EnumMap<>(steps);
    }

    public synchronized void add(S step) {
      tolls.merge(step, 1, Integer::sum);
    }

    public synchronized int total() {
      return tolls.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public synchronized String toString() {
      return tolls.toString();
    }
  }
}
