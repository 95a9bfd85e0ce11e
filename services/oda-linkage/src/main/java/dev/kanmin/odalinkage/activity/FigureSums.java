package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.activity.Figure.Part;
import dev.kanmin.odalinkage.activity.Figure.What;
import dev.kanmin.odalinkage.activity.Omission.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up money per kind, currency and place. */
final class FigureSums {
  /**
   * Places are bounded, so that the sums always fit on an event and on a card: those of the whole
   * activity come first, then those in Asia.
   */
  static final int MOST = 100;

  private final Map<Key, Money> sums = new TreeMap<>(Key.ORDER);
  private final Map<Key, Money> totals = new TreeMap<>(Key.ORDER);

  /** Where a sum says itself that it goes; empty where the activity's shares hold. */
  record Place(Optional<List<Part>> countries, Optional<List<Part>> fields) {
    static final Place OF_ACTIVITY = new Place(Optional.empty(), Optional.empty());

    private int nearness() {
      boolean inAsia =
          countries.stream()
              .flatMap(List::stream)
              .anyMatch(part -> CountryCode.of(part.code()).isInAsia());
      return countries.isEmpty() ? 0 : inAsia ? 1 : 2;
    }
  }

  private record Key(What what, CurrencyCode unit, Place place) {
    static final Comparator<Key> ORDER =
        Comparator.comparingInt((Key key) -> key.place().nearness())
            .thenComparing(Key::what)
            .thenComparing(Key::unit)
            .thenComparing(key -> key.place().countries().toString())
            .thenComparing(key -> key.place().fields().toString());
  }

  /** Adds a sum; false, and nothing is added, when the total would have too many digits. */
  boolean add(What what, Money money, Place place) {
    Key total = new Key(what, money.currency(), Place.OF_ACTIVITY);
    Key key = new Key(what, money.currency(), place);
    try {
      Money newTotal = plus(totals, total, money);
      Money newSum = plus(sums, key, money);
      totals.put(total, newTotal);
      sums.put(key, newSum);
      return true;
    } catch (IllegalArgumentException tooManyDigits) {
      return false;
    }
  }

  private static Money plus(Map<Key, Money> sums, Key key, Money money) {
    return Optional.ofNullable(sums.get(key)).map(sum -> sum.plus(money)).orElse(money);
  }

  boolean isEmpty() {
    return sums.isEmpty();
  }

  /** The totals of one kind, per currency, wherever it goes. */
  List<Money> total(What what) {
    return totals.entrySet().stream()
        .filter(each -> each.getKey().what() == what)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The sums that are not zero; what does not fit is told. */
  List<Figure> figures(Omissions leftOut) {
    List<Figure> figures = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          if (sum.amount().signum() == 0) {
            return;
          }
          if (figures.size() < MOST) {
            figures.add(
                new Figure(
                    key.what(),
                    sum.amount().toPlainString(),
                    key.unit(),
                    key.place().countries(),
                    key.place().fields()));
          } else {
            leftOut.add(Reason.TOO_MANY_PLACES, key.what(), sum, BigDecimal.ONE);
          }
        });
    return figures;
  }
}
