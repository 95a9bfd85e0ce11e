package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A cell or a sum as the fold keeps it: totals by removing the old contribution, adding the new.
 */
final class CellState {
  private final CellKey key;
  private final Set<Subject> subjects = new HashSet<>();
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

  void add(Subject subject, Row row, Contribution contribution) {
    count(row, contribution, 1);
    sum(MoneySums.NONE, row.money(), contribution);
    if (key.isSquare()) {
      subjects.add(subject);
    }
  }

  void remove(Subject subject, Row row, Contribution contribution) {
    count(row, contribution, -1);
    sum(row.money(), MoneySums.NONE, contribution);
    subjects.remove(subject);
  }

  /** Like removing the old and adding the new; sums in which nothing changes are left alone. */
  void change(Row then, Contribution old, Row now, Contribution contribution) {
    count(then, old, -1);
    count(now, contribution, 1);
    if (old.part().compareTo(contribution.part()) == 0) {
      sum(then.money(), now.money(), contribution);
    } else {
      sum(then.money(), MoneySums.NONE, old);
      sum(MoneySums.NONE, now.money(), contribution);
    }
  }

  @SuppressWarnings("ReferenceEquality") // equal ones that are not the same only cost a comparison
  private void sum(MoneySums before, MoneySums after, Contribution contribution) {
    if (before == after || contribution.part().signum() == 0) {
      return;
    }
    after.changesSince(
        before,
        (slot, added) -> money.merge(slot, added.multiply(contribution.part()), BigDecimal::add));
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
        subjects.stream().map(Subject::state).toList());
  }

  private void count(Row row, Contribution contribution, int by) {
    switch (row) {
      case MissionRow mission -> missions += by;
      case ActivityRow activity -> activities += by;
    }
    if (contribution.undivided(row.money())) {
      undivided += by;
    }
  }
}
