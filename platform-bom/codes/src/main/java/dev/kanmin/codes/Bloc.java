package dev.kanmin.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A group of countries, such as ASEAN. Membership is dated: Timor-Leste counts from 26 October
 * 2025, not before.
 */
public record Bloc(String code, LocalizedText labels, List<Membership> memberships) {

  /**
   * One country's time in a bloc.
   *
   * @param from first day as member
   * @param until first day no longer as member; empty while it is one
   */
  public record Membership(CountryCode country, LocalDate from, Optional<LocalDate> until) {

    boolean isInForceOn(LocalDate day) {
      return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }
  }

  static Bloc of(CodeEntry entry) {
    var memberships =
        entry.attributes().get("members") instanceof List<?> members
            ? members.stream().map(member -> membership((Map<?, ?>) member)).toList()
            : List.<Membership>of();
    return new Bloc(entry.code(), entry.labels(), memberships);
  }

  /** The countries that are members on that day. */
  public Set<CountryCode> membersOn(LocalDate day) {
    return memberships.stream()
        .filter(membership -> membership.isInForceOn(day))
        .map(Membership::country)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Membership membership(Map<?, ?> member) {
    return new Membership(
        CountryCode.of(String.valueOf(member.get("country"))),
        LocalDate.parse(String.valueOf(member.get("from"))),
        Optional.ofNullable(member.get("until")).map(String::valueOf).map(LocalDate::parse));
  }
}
