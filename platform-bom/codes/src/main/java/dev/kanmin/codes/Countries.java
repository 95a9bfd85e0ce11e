package dev.kanmin.codes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The countries and regions of Asia, as UN M49 draws it (region 142). */
public final class Countries {
  private static final List<Country> ALL =
      CodeLists.list(CodeLists.COUNTRIES).entries().stream().map(Country::of).toList();
  private static final Map<CountryCode, Country> BY_CODE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Country::code, Function.identity()));

  private Countries() {}

  public static List<Country> all() {
    return ALL;
  }

  /** The country, or empty when it is not in Asia. */
  public static Optional<Country> find(CountryCode code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * The listed one of that code.
   *
   * @throws IllegalArgumentException if it is not in Asia
   */
  public static Country require(CountryCode code) {
    return find(code)
        .orElseThrow(
            () -> Refusal.of("in Asia", code.code(), "a country or region of UN M49 region 142"));
  }
}
