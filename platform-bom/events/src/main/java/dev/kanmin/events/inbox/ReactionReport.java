package dev.kanmin.events.inbox;

import java.time.Instant;
import java.util.List;

/**
 * What a policy has made of an event.
 *
 * @param policy its name
 * @param event reference of the event, {@code /oda-linkage/act_…/7}
 * @param chain that the event belongs to
 * @param since when it was heard first
 * @param at when something came of it last
 * @param finished whether all commands were carried out or refused; while not, it is under way or
 *     waits with its parked subject
 * @param accepted commands that changed something
 * @param unchanged commands that asked for what already was
 * @param refused commands that a rule of their target refused: an answer, not a fault
 * @param refusals the first {@value #MOST_REFUSALS} of them
 */
public record ReactionReport(
    String policy,
    String event,
    String chain,
    Instant since,
    Instant at,
    boolean finished,
    long accepted,
    long unchanged,
    long refused,
    List<RefusedCommand> refusals) {

  static final int MOST_REFUSALS = 100;

  /**
   * One of them.
   *
   * @param target the aggregate
   * @param rule code of the rule that refused
   * @param title of the rule
   */
  public record RefusedCommand(String target, String rule, String title) {}
}
