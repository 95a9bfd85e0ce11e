package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A country or region (国・地域) as ISO 3166-1 alpha-2, in capitals. Every code that the standard
 * assigns is accepted, as agencies publish activities outside Asia too; {@link #isInAsia()} tells
 * the markets Kanmin is about. So is {@code XK}, which ISO leaves to its users and the code lists
 * of IATI, the European Union and the Unicode CLDR give to Kosovo.
 */
public record CountryCode(@JsonValue String code) implements Comparable<CountryCode> {
  private static final String KOSOVO = "XK";
  private static final Set<String> ASSIGNED =
      Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of(KOSOVO))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException if ISO 3166-1 assigns no such code
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CountryCode {
    if (!ASSIGNED.contains(code)) {
      throw Refusal.of("a country or region", code, "an ISO 3166-1 alpha-2 code such as VN");
    }
  }

  public static CountryCode of(String code) {
    return new CountryCode(code);
  }

  /** The country, or empty when the standard assigns no such code. */
  public static Optional<CountryCode> find(String code) {
    return ASSIGNED.contains(code) ? Optional.of(new CountryCode(code)) : Optional.empty();
  }

  /**
   * Whether UN M49 counts it to Asia (region 142), which is what the list {@code countries} holds.
   */
  public boolean isInAsia() {
    return Countries.find(this).isPresent();
  }

  @Override
  public int compareTo(CountryCode other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
