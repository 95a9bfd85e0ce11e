package dev.kanmin.directory.sme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a company is an SME by Article 2 of the Small and Medium-sized Enterprise Basic Act, and
 * what the answer rests on. Capital or staff within the limit of its industry suffices; what is not
 * known is never guessed, but where every possibility leads to the same answer, that is the answer.
 *
 * @param categories codes of {@code sme-categories} to which it may belong
 * @param limitsSince from which day the limits hold that were applied; absent if there were none
 * @param missing what would have to be known: {@code industry}, {@code capital}, {@code staff}
 */
public record SmeJudgement(
    SmeAnswer answer,
    List<String> categories,
    Optional<LocalDate> limitsSince,
    List<String> missing) {

  /**
   * Judges.
   *
   * @param capital in yen; a sole proprietor has none and is judged by staff alone
   * @param staff regular employees
   */
  public static SmeJudgement of(
      Optional<IndustryCode> industry,
      Optional<BigDecimal> capital,
      Optional<Integer> staff,
      boolean soleProprietor,
      LocalDate day) {
    List<SmeCategory> possible = SmeCategory.possible(industry);
    List<SmeCategory.Limits> limits = possible.stream().flatMap(it -> it.on(day).stream()).toList();
    Set<SmeAnswer> answers =
        limits.stream()
            .map(it -> answer(it, capital, staff, soleProprietor))
            .collect(Collectors.toSet());
    SmeAnswer answer =
        answers.size() == 1 && limits.size() == possible.size()
            ? answers.iterator().next()
            : SmeAnswer.CANNOT_BE_JUDGED;
    return new SmeJudgement(
        answer,
        possible.stream().map(SmeCategory::code).toList(),
        limits.stream().map(SmeCategory.Limits::from).max(LocalDate::compareTo),
        answer == SmeAnswer.CANNOT_BE_JUDGED
            ? missing(possible.size() > 1, capital.isEmpty() && !soleProprietor, staff.isEmpty())
            : List.of());
  }

  private static SmeAnswer answer(
      SmeCategory.Limits limits,
      Optional<BigDecimal> capital,
      Optional<Integer> staff,
      boolean soleProprietor) {
    Optional<Boolean> byCapital =
        soleProprietor
            ? Optional.of(false)
            : capital.map(it -> it.compareTo(limits.capital()) <= 0);
    Optional<Boolean> byStaff = staff.map(it -> it <= limits.staff());
    if (Stream.of(byCapital, byStaff).anyMatch(it -> it.orElse(false))) {
      return SmeAnswer.YES;
    }
    return byCapital.isPresent() && byStaff.isPresent() ? SmeAnswer.NO : SmeAnswer.CANNOT_BE_JUDGED;
  }

  private static List<String> missing(boolean industry, boolean capital, boolean staff) {
    List<String> missing = new ArrayList<>();
    if (industry) {
      missing.add("industry");
    }
    if (capital) {
      missing.add("capital");
    }
    if (staff) {
      missing.add("staff");
    }
    return List.copyOf(missing);
  }
}
