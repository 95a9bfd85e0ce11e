package dev.kanmin.odalinkage.activity;

import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which budgets count, so that no time is budgeted twice.
 *
 * <ul>
 *   <li>Revised budgets replace an original one of which they cover more than half; a day or a
 *       quarter off does not matter, and several of them may do it together.
 *   <li>Of budgets in one currency that cover the same time, details count rather than their sum,
 *       and of equal ones the one with the later value date.
 *   <li>A revised budget of a small part of an original one is left out: whether it changes the
 *       whole is not told.
 *   <li>Budgets that share some weeks both count, and it is told.
 * </ul>
 *
 * @param counted those that count
 * @param leftOut those that do not, and were not simply replaced by a revision
 * @param touching how many of those that count share more than a month with another one
 */
record BudgetChoice(List<Budget> counted, List<Budget> leftOut, int touching) {
  private static final String REVISED = "2";

  /** Days that neighbouring budgets may share without a word: publishers differ on the last day. */
  private static final long NEIGHBOURS = 31;

  /** Short ones first; of equally long ones the later. */
  private static final Comparator<Budget> DETAILS_FIRST =
      Comparator.comparingLong(BudgetChoice::days)
          .thenComparing(BudgetChoice::valueDate, Comparator.<LocalDate>naturalOrder().reversed());

  static BudgetChoice of(List<Budget> budgets) {
    List<Budget> leftOut = new ArrayList<>();
    List<Budget> revised =
        withoutRepetition(budgets.stream().filter(BudgetChoice::isRevised).toList(), leftOut);
    List<Budget> original =
        withoutRepetition(
            budgets.stream()
                .filter(budget -> !isRevised(budget) && !isMostlyIn(budget, revised))
                .toList(),
            leftOut);
    List<Budget> counted = new ArrayList<>(original);
    for (Budget revision : revised) {
      (isMostlyIn(revision, original) ? leftOut : counted).add(revision);
    }
    return new BudgetChoice(counted, leftOut, touching(counted));
  }

  private static List<Budget> withoutRepetition(List<Budget> budgets, List<Budget> leftOut) {
    // the later in the file first, so that it stays before an equal one
    List<Budget> sorted = new ArrayList<>(budgets.reversed());
    sorted.sort(DETAILS_FIRST);
    List<Budget> kept = new ArrayList<>();
    for (Budget budget : sorted) {
      List<Budget> rivals = kept.stream().filter(other -> sameCurrency(other, budget)).toList();
      if (isMostlyIn(budget, rivals)) {
        leftOut.add(budget);
        continue;
      }
      List<Budget> parts =
          rivals.stream().filter(rival -> isMostlyIn(rival, List.of(budget))).toList();
      kept.removeAll(parts);
      leftOut.addAll(parts);
      kept.add(budget);
    }
    return kept;
  }

  /** Whether others together cover more than half of a budget's time. */
  private static boolean isMostlyIn(Budget budget, List<Budget> others) {
    long covered = 0;
    LocalDate reached = budget.periodStart();
    for (Budget other :
        others.stream().sorted(Comparator.comparing(Budget::periodStart)).toList()) {
      LocalDate from = later(reached, other.periodStart());
      LocalDate until = earlier(dayAfter(budget), dayAfter(other));
      if (from.isBefore(until)) {
        covered += ChronoUnit.DAYS.between(from, until);
        reached = until;
      }
    }
    return 2 * covered > days(budget);
  }

  private static int touching(List<Budget> budgets) {
    Set<Integer> touching = new HashSet<>();
    for (int i = 0; i < budgets.size(); i++) {
      for (int j = i + 1; j < budgets.size(); j++) {
        if (sameCurrency(budgets.get(i), budgets.get(j))
            && sharedDays(budgets.get(i), budgets.get(j)) > NEIGHBOURS) {
          touching.addAll(List.of(i, j));
        }
      }
    }
    return touching.size();
  }

  private static long sharedDays(Budget one, Budget other) {
    return ChronoUnit.DAYS.between(
        later(one.periodStart(), other.periodStart()), earlier(dayAfter(one), dayAfter(other)));
  }

  private static long days(Budget budget) {
    return Math.max(1, ChronoUnit.DAYS.between(budget.periodStart(), dayAfter(budget)));
  }

  private static LocalDate dayAfter(Budget budget) {
    return budget.periodEnd().plusDays(1);
  }

  private static LocalDate valueDate(Budget budget) {
    return budget.value().valueDate().orElse(budget.periodStart());
  }

  private static boolean isRevised(Budget budget) {
    return budget.type().equals(REVISED);
  }

  private static boolean sameCurrency(Budget one, Budget other) {
    Optional<String> currency = one.value().currency();
    return currency.equals(other.value().currency());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
