package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cell or a sum as the fold keeps it: totals by removing the old contribution, adding the new.
 */
final class CellState {
  private final CellKey key;
  private final Map<String, SubjectState> subjects = new HashMap<>();
  private final Map<MoneySlot, BigDecimal> money = new HashMap<>();
  private int missions;
  private int activities;
  private int undivided;
  private long version;
  private long changedMillis;
  private boolean dirty;

  CellState(CellKey key) {
    this.key = key;
  }

  void add(SubjectState subject, Contribution contribution) {
    count(subject, contribution, 1);
    sum(MoneySums.NONE, contribution.money());
    place(subject);
  }

  void remove(SubjectState subject, Contribution contribution) {
    count(subject, contribution, -1);
    sum(contribution.money(), MoneySums.NONE);
    subjects.remove(subject.row().orElseThrow().subject());
  }

  /** Like removing the old and adding the new; sums in which nothing changes are left alone. */
  @SuppressWarnings("ReferenceEquality") // equal ones that are not the same only cost a comparison
  void change(
      SubjectState before, Contribution old, SubjectState subject, Contribution contribution) {
    if (old != contribution) {
      count(before, old, -1);
      count(subject, contribution, 1);
      sum(old.money(), contribution.money());
    }
    place(subject);
  }

  private void sum(MoneySums before, MoneySums after) {
    after.changesSince(before, (slot, added) -> money.merge(slot, added, BigDecimal::add));
  }

  private void place(SubjectState subject) {
    if (key.isSquare()) {
      subjects.put(subject.row().orElseThrow().subject(), subject);
    }
  }

  /**
   * Notes a change.
   *
   * @return whether it is the first since the last snapshot
   */
  boolean touched(long position, long millis) {
    version = position;
    changedMillis = millis;
    boolean first = !dirty;
    dirty = true;
    return first;
  }

  CellSnapshot snapshot() {
    dirty = false;
    TreeMap<MoneySlot, BigDecimal> sums = new TreeMap<>();
    money.forEach(
        (slot, amount) -> {
          if (amount.signum() != 0) {
            sums.put(slot, amount);
          }
        });
    return new CellSnapshot(
        key,
        version,
        changedMillis,
        new CellTotals(missions, activities, undivided, Collections.unmodifiableSortedMap(sums)),
        List.copyOf(subjects.values()));
  }

  private void count(SubjectState subject, Contribution contribution, int by) {
    switch (subject.row().orElseThrow()) {
      case MissionRow mission -> missions += by;
      case ActivityRow activity -> activities += by;
    }
    if (contribution.undivided()) {
      undivided += by;
    }
  }
}
