package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.activity.Figure.What;
import dev.kanmin.odalinkage.activity.Omission.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up what is left out, per reason, kind and currency. */
final class Omissions {
  /** More are hardly ever there: it would take money in a dozen currencies. */
  private static final int MOST = 100;

  private static final int DECIMALS = 12;

  private final Map<Key, Entry> entries = new TreeMap<>(Key.ORDER);

  private record Key(Reason reason, Optional<What> what, Optional<CurrencyCode> unit) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::reason)
            .thenComparing(key -> key.what().map(Enum::ordinal).orElse(-1))
            .thenComparing(key -> key.unit().map(CurrencyCode::code).orElse(""));
  }

  private record Entry(int count, Optional<BigDecimal> amount) {
    Entry plus(Entry other) {
      return new Entry(
          count + other.count, amount.flatMap(one -> other.amount.map(two -> one.add(two))));
    }
  }

  /** So many things that are no money. */
  void add(Reason reason, int count) {
    if (count > 0) {
      add(new Key(reason, Optional.empty(), Optional.empty()), new Entry(count, Optional.empty()));
    }
  }

  /** A sum of which no amount can be told. */
  void add(Reason reason, What what) {
    add(new Key(reason, Optional.of(what), Optional.empty()), new Entry(1, Optional.empty()));
  }

  /**
   * A part of a sum.
   *
   * @param fraction 0 to 1; nothing is told of 0
   */
  void add(Reason reason, What what, Money money, BigDecimal fraction) {
    if (fraction.signum() > 0 && money.amount().signum() != 0) {
      add(
          new Key(reason, Optional.of(what), Optional.of(money.currency())),
          new Entry(1, Optional.of(money.amount().multiply(fraction))));
    }
  }

  private void add(Key key, Entry entry) {
    entries.merge(key, entry, Entry::plus);
  }

  /** All of it, in the order of the reasons. */
  List<Omission> list() {
    return entries.entrySet().stream()
        .limit(MOST)
        .map(
            each ->
                new Omission(
                    each.getKey().reason(),
                    each.getValue().count(),
                    each.getKey().what(),
                    each.getValue().amount().map(Omissions::plain),
                    each.getKey().unit()))
        .toList();
  }

  private static String plain(BigDecimal amount) {
    return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }
}
