package dev.kanmin.trademissions.timetable;

import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;

import ai.timefold.solver.core.api.score.BendableScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintBuilder;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.common.SequenceChain;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.function.Function;

/** What must be and what is wanted of a timetable, in the order of {@link Level}. */
public final class TimetableConstraints implements ConstraintProvider {
  /** The whole of a party's wishes. */
  static final int ALL = 1_000;

  private static final int MOST_SLOTS = 1_000;
  private static final int MOST_DAYS = 100;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory all) {
    return new Constraint[] {
      companyInOnePlace(all),
      counterpartInOnePlace(all),
      interpreterInOnePlace(all),
      oneMeetingAtATable(all),
      everybodyIsThere(all),
      everybodyHasASeat(all),
      everybodyIsUnderstood(all),
      noPairTwice(all),
      kept(all),
      mutualRequests(all),
      priorities(all),
      fairToCompanies(all),
      fairToCounterparts(all),
      gapsOfCompanies(all),
      gapsOfCounterparts(all),
      tablesOfCompanies(all),
      tablesOfCounterparts(all)
    };
  }

  // ---- hard

  Constraint companyInOnePlace(ConstraintFactory all) {
    return together(all, it -> it.company().index() * MOST_SLOTS + it.slot().index())
        .penalize(Level.HARD)
        .asConstraint("a company is in one place");
  }

  Constraint counterpartInOnePlace(ConstraintFactory all) {
    return together(all, it -> it.counterpart().index() * MOST_SLOTS + it.slot().index())
        .penalize(Level.HARD)
        .asConstraint("a counterpart is in one place");
  }

  Constraint interpreterInOnePlace(ConstraintFactory all) {
    return interpreted(all)
        .join(
            interpreted(all),
            equal(Encounter::interpreter),
            equal(it -> it.slot().index()),
            lessThan(Encounter::index))
        .penalize(Level.HARD)
        .asConstraint("an interpreter is in one place");
  }

  Constraint oneMeetingAtATable(ConstraintFactory all) {
    return together(all, it -> it.table().index() * MOST_SLOTS + it.slot().index())
        .penalize(Level.HARD)
        .asConstraint("one meeting at a table");
  }

  Constraint everybodyIsThere(ConstraintFactory all) {
    return placed(all)
        .filter(
            it ->
                !it.pinned()
                    && (!it.company().isFreeAt(it.slot())
                        || !it.counterpart().isFreeAt(it.slot())
                        || (it.interpreter() != null && !it.interpreter().isFreeAt(it.slot()))))
        .penalize(Level.HARD)
        .asConstraint("everybody is there");
  }

  Constraint everybodyHasASeat(ConstraintFactory all) {
    return placed(all)
        .filter(it -> it.people() > it.table().seats())
        .penalize(Level.HARD)
        .asConstraint("everybody has a seat");
  }

  Constraint everybodyIsUnderstood(ConstraintFactory all) {
    return placed(all)
        .filter(Encounter::needsInterpreter)
        .filter(
            it ->
                it.interpreter() == null
                    || !it.interpreter().serves(it.company(), it.counterpart()))
        .penalize(Level.HARD)
        .asConstraint("everybody is understood");
  }

  Constraint noPairTwice(ConstraintFactory all) {
    return together(all, it -> it.company().index() * MOST_SLOTS + it.counterpart().index())
        .penalize(Level.HARD)
        .asConstraint("no pair meets twice");
  }

  // ---- soft

  Constraint kept(ConstraintFactory all) {
    return encounters(all)
        .filter(it -> it.disruption() > 0)
        .penalize(Level.KEPT.one(), Encounter::disruption)
        .asConstraint("what stood stays");
  }

  Constraint mutualRequests(ConstraintFactory all) {
    return encounters(all)
        .filter(it -> it.mutual() && !it.isPlaced())
        .penalize(Level.MUTUAL.one())
        .asConstraint("mutual requests are met");
  }

  Constraint priorities(ConstraintFactory all) {
    return encounters(all)
        .filter(it -> !it.isPlaced())
        .penalize(Level.PRIORITIES.one(), Encounter::worth)
        .asConstraint("requests are met by priority");
  }

  Constraint fairToCompanies(ConstraintFactory all) {
    return fair(all, Encounter::company).asConstraint("the least served company comes first");
  }

  Constraint fairToCounterparts(ConstraintFactory all) {
    return fair(all, Encounter::counterpart)
        .asConstraint("the least served counterpart comes first");
  }

  Constraint gapsOfCompanies(ConstraintFactory all) {
    return gaps(all, Encounter::company).asConstraint("companies do not wait");
  }

  Constraint gapsOfCounterparts(ConstraintFactory all) {
    return gaps(all, Encounter::counterpart).asConstraint("counterparts do not wait");
  }

  Constraint tablesOfCompanies(ConstraintFactory all) {
    return tables(all, Encounter::company).asConstraint("companies keep their table");
  }

  Constraint tablesOfCounterparts(ConstraintFactory all) {
    return tables(all, Encounter::counterpart).asConstraint("counterparts keep their table");
  }

  private static UniConstraintStream<Encounter> encounters(ConstraintFactory all) {
    return all.forEachIncludingUnassigned(Encounter.class);
  }

  private static UniConstraintStream<Encounter> placed(ConstraintFactory all) {
    return encounters(all).filter(Encounter::isPlaced);
  }

  private static UniConstraintStream<Encounter> interpreted(ConstraintFactory all) {
    return placed(all).filter(it -> it.interpreter() != null);
  }

  /** Pairs of placed encounters that agree in something. */
  private static BiConstraintStream<Encounter, Encounter> together(
      ConstraintFactory all, Function<Encounter, Integer> key) {
    return placed(all).join(placed(all), equal(key), lessThan(Encounter::index));
  }

  private static BiConstraintBuilder<Party, Long, BendableScore> fair(
      ConstraintFactory all, Function<Encounter, Party> side) {
    return placed(all)
        .groupBy(side, ConstraintCollectors.count())
        .reward(Level.FAIRNESS.one(), TimetableConstraints::satisfaction);
  }

  /**
   * How content a party is, from 0 to {@link #ALL}: its first meeting counts most and its last
   * least, so that a meeting for who has few is worth more than one for who has many. It is all
   * minus the squared share of its wishes that stays unmet.
   */
  static long satisfaction(Party party, long meetings) {
    long wishes = party.wishes();
    long unmet = wishes - meetings;
    return ALL * (wishes * wishes - unmet * unmet) / (wishes * wishes);
  }

  private static BiConstraintBuilder<Integer, SequenceChain<Encounter, Integer>, BendableScore>
      gaps(ConstraintFactory all, Function<Encounter, Party> side) {
    return placed(all)
        .groupBy(
            it -> day(side.apply(it), it),
            ConstraintCollectors.toConsecutiveSequences(it -> it.slot().index()))
        .penalize(Level.GAPS.one(), (day, meetings) -> waiting(meetings));
  }

  private static long waiting(SequenceChain<Encounter, Integer> meetings) {
    return meetings.getBreaks().stream().mapToLong(it -> it.getLength() - 1).sum();
  }

  private static BiConstraintBuilder<Integer, Long, BendableScore> tables(
      ConstraintFactory all, Function<Encounter, Party> side) {
    return placed(all)
        .groupBy(
            it -> day(side.apply(it), it),
            ConstraintCollectors.countDistinct(it -> it.table().index()))
        .penalize(Level.TABLES.one(), (day, used) -> used - 1);
  }

  private static int day(Party party, Encounter encounter) {
    return party.index() * MOST_DAYS + encounter.slot().day();
  }
}
