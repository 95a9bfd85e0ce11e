package dev.kanmin.codes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The partner agencies: ministries, agencies and the 47 prefectures ({@code prefecture-01} … {@code
 * prefecture-47}).
 */
public final class Agencies {
  private static final String PREFECTURE = "prefecture-";
  private static final String PREFECTURE_IN_ISO_3166_2 = "JP-";

  private static final List<Agency> ALL =
      Stream.concat(
              CodeLists.list(CodeLists.AGENCIES).entries().stream().map(Agency::of),
              CodeLists.list(CodeLists.PREFECTURES).entries().stream().map(Agencies::prefecture))
          .toList();
  private static final Map<AgencyCode, Agency> BY_CODE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Agency::code, Function.identity()));
  private static final Map<String, Agency> BY_IDENTIFIER = byIdentifier();

  private Agencies() {}

  /** Ministries and agencies first, then the prefectures from north to south. */
  public static List<Agency> all() {
    return ALL;
  }

  public static Optional<Agency> find(AgencyCode code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * The listed one of that code.
   *
   * @throws IllegalArgumentException if no partner agency has that code
   */
  public static Agency require(AgencyCode code) {
    return find(code)
        .orElseThrow(
            () ->
                Refusal.of(
                    "a partner agency", code.code(), "a code of the list " + CodeLists.AGENCIES));
  }

  /**
   * The agency that an organisation identifier names, such as an IATI reporting-org reference;
   * upper and lower case do not matter. Empty when it is not one of ours.
   */
  public static Optional<Agency> byIdentifier(String organisationReference) {
    return Optional.ofNullable(BY_IDENTIFIER.get(folded(organisationReference)));
  }

  private static Agency prefecture(CodeEntry entry) {
    var number = entry.code().substring(PREFECTURE_IN_ISO_3166_2.length());
    return new Agency(
        AgencyCode.of(PREFECTURE + number), entry.labels(), Optional.empty(), List.of());
  }

  private static Map<String, Agency> byIdentifier() {
    var index = new HashMap<String, Agency>();
    for (var agency : ALL) {
      for (var identifier : agency.identifiers()) {
        if (index.put(folded(identifier), agency) != null) {
          throw new IllegalStateException("two agencies have the identifier " + identifier);
        }
      }
    }
    return Map.copyOf(index);
  }

  private static String folded(String identifier) {
    return identifier.strip().toUpperCase(Locale.ROOT);
  }
}
