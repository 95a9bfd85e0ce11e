package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.activity.ActivityFacts.Totals;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Adds up an activity's money, per currency. */
final class MoneyTotals {
  private static final String REVISED_BUDGET = "2";
  private static final String OUTGOING_COMMITMENT = "2";
  private static final String DISBURSEMENT = "3";
  private static final String EXPENDITURE = "4";

  private int leftOut;

  private record Period(LocalDate start, LocalDate end) {
    static Period of(Budget budget) {
      return new Period(budget.periodStart(), budget.periodEnd());
    }
  }

  private MoneyTotals() {}

  static Totals of(IatiActivity activity) {
    MoneyTotals totals = new MoneyTotals();
    List<Money> budgets = totals.perCurrency(budgets(activity));
    List<Money> commitments = totals.perCurrency(transactions(activity, OUTGOING_COMMITMENT));
    List<Money> disbursements = totals.perCurrency(transactions(activity, DISBURSEMENT));
    List<Money> expenditures = totals.perCurrency(transactions(activity, EXPENDITURE));
    return new Totals(budgets, commitments, disbursements, expenditures, totals.leftOut);
  }

  /** Publishers leave the original budget in the file when they add the revised one. */
  private static List<IatiActivity.Money> budgets(IatiActivity activity) {
    Set<Period> revised = new HashSet<>();
    for (Budget budget : activity.budgets()) {
      if (budget.type().equals(REVISED_BUDGET)) {
        revised.add(Period.of(budget));
      }
    }
    return activity.budgets().stream()
        .filter(
            budget -> budget.type().equals(REVISED_BUDGET) || !revised.contains(Period.of(budget)))
        .map(Budget::value)
        .toList();
  }

  private static List<IatiActivity.Money> transactions(IatiActivity activity, String type) {
    return activity.transactions().stream()
        .filter(transaction -> transaction.type().equals(type))
        .map(IatiActivity.Transaction::value)
        .toList();
  }

  private List<Money> perCurrency(List<IatiActivity.Money> sums) {
    Map<CurrencyCode, Money> totals = new TreeMap<>();
    for (IatiActivity.Money sum : sums) {
      Optional<Money> money = money(sum);
      if (money.isEmpty() || !add(totals, money.orElseThrow())) {
        leftOut++;
      }
    }
    return new ArrayList<>(totals.values());
  }

  private static boolean add(Map<CurrencyCode, Money> totals, Money money) {
    try {
      totals.merge(money.currency(), money, Money::plus);
      return true;
    } catch (IllegalArgumentException tooManyDigits) {
      return false;
    }
  }

  private static Optional<Money> money(IatiActivity.Money sum) {
    try {
      return sum.currency()
          .flatMap(CurrencyCode::find)
          .map(currency -> Money.asPublished(sum.amount(), currency));
    } catch (IllegalArgumentException tooManyDigits) {
      return Optional.empty();
    }
  }
}
