package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.picture.CellSnapshot.Placed;
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
  private final Map<String, Placed> placed = new HashMap<>();
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

  void add(Row row, Contribution contribution) {
    count(row, contribution, 1);
    sum(MoneySums.NONE, contribution.money());
    place(row, contribution);
  }

  void remove(Row row, Contribution contribution) {
    count(row, contribution, -1);
    sum(contribution.money(), MoneySums.NONE);
    placed.remove(row.subject());
  }

  /** Like removing the old and adding the new; sums in which nothing changes are left alone. */
  @SuppressWarnings("ReferenceEquality") // equal ones that are not the same only cost a comparison
  void change(Row oldRow, Contribution old, Row row, Contribution contribution) {
    count(oldRow, old, -1);
    count(row, contribution, 1);
    if (old != contribution) {
      sum(old.money(), contribution.money());
    }
    place(row, contribution);
  }

  private void sum(MoneySums before, MoneySums after) {
    after.changesSince(before, (slot, added) -> money.merge(slot, added, BigDecimal::add));
  }

  private void place(Row row, Contribution contribution) {
    if (key.isSquare()) {
      placed.put(row.subject(), new Placed(row, contribution));
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
        List.copyOf(placed.values()));
  }

  private void count(Row row, Contribution contribution, int by) {
    switch (row) {
      case MissionRow mission -> missions += by;
      case ActivityRow activity -> activities += by;
    }
    if (contribution.undivided()) {
      undivided += by;
    }
  }
}
