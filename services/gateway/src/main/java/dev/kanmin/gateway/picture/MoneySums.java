package dev.kanmin.gateway.picture;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums of money by kind and currency. Immutable, and equal when slots and figures are, to the
 * last decimal. A handful of entries in the order of their slots: walking along two of these is
 * several times faster than looking up in hash maps, and the fold does little else.
 */
public final class MoneySums {
  static final MoneySums NONE = new MoneySums(new MoneySlot[0], new BigDecimal[0]);

  private final MoneySlot[] slots;
  private final BigDecimal[] amounts;

  private MoneySums(MoneySlot[] slots, BigDecimal[] amounts) {
    this.slots = slots;
    this.amounts = amounts;
  }

  /** Collects figures, in any order. */
  static final class Builder {
    private static final int ROOM = 4;

    private MoneySlot[] slots = new MoneySlot[ROOM];
    private BigDecimal[] amounts = new BigDecimal[ROOM];
    private int size;

    /** Adds to what that slot has already. */
    void add(MoneySlot slot, BigDecimal amount) {
      int place = size;
      while (place > 0) {
        int order = slots[place - 1].compareTo(slot);
        if (order == 0) {
          amounts[place - 1] = amounts[place - 1].add(amount);
          return;
        }
        if (order < 0) {
          break;
        }
        place--;
      }
      insert(place, slot, amount);
    }

    private void insert(int place, MoneySlot slot, BigDecimal amount) {
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, 2 * size);
        amounts = Arrays.copyOf(amounts, 2 * size);
      }
      System.arraycopy(slots, place, slots, place + 1, size - place);
      System.arraycopy(amounts, place, amounts, place + 1, size - place);
      slots[place] = slot;
      amounts[place] = amount;
      size++;
    }

    MoneySums build() {
      return size == 0
          ? NONE
          : new MoneySums(Arrays.copyOf(slots, size), Arrays.copyOf(amounts, size));
    }
  }

  public boolean isEmpty() {
    return slots.length == 0;
  }

  /** For those who look things up. */
  public SortedMap<MoneySlot, BigDecimal> asMap() {
    SortedMap<MoneySlot, BigDecimal> map = new TreeMap<>();
    for (int i = 0; i < slots.length; i++) {
      map.put(slots[i], amounts[i]);
    }
    return Collections.unmodifiableSortedMap(map);
  }

  /** That part of each sum; never rounded. */
  MoneySums times(BigDecimal part) {
    BigDecimal[] parts = new BigDecimal[amounts.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = amounts[i].multiply(part);
    }
    return new MoneySums(slots, parts);
  }

  /** Tells what must be added, slot by slot, to come from there to here. */
  void changesSince(MoneySums before, BiConsumer<MoneySlot, BigDecimal> added) {
    int mine = 0;
    int theirs = 0;
    while (mine < slots.length || theirs < before.slots.length) {
      int order = order(mine, before, theirs);
      if (order < 0) {
        added.accept(slots[mine], amounts[mine++]);
      } else if (order > 0) {
        added.accept(before.slots[theirs], before.amounts[theirs++].negate());
      } else {
        BigDecimal now = amounts[mine];
        BigDecimal then = before.amounts[theirs++];
        if (now.compareTo(then) != 0) {
          added.accept(slots[mine], now.subtract(then));
        }
        mine++;
      }
    }
  }

  /** Which of the two entries comes first; one behind the end comes last. */
  private int order(int mine, MoneySums other, int theirs) {
    if (mine == slots.length) {
      return 1;
    }
    return theirs == other.slots.length ? -1 : slots[mine].compareTo(other.slots[theirs]);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof MoneySums sums
            && Arrays.equals(slots, sums.slots)
            && Arrays.equals(amounts, sums.amounts));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(slots) + Arrays.hashCode(amounts);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
