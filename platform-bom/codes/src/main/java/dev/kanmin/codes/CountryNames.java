package dev.kanmin.codes;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/**
 * Display names that differ from CLDR's: {@code codes/country-names.json}, and over it the file
 * that the system property {@value #PROPERTY} names, of the same form: {@code {"HK": {"ja":
 * "香港"}}}. Agencies differ on some names, and lists such as IATI's print others again; a deployment
 * can follow its own house style without a new build.
 */
final class CountryNames {
  static final String PROPERTY = "kanmin.codes.country-names";

  private static final TypeReference<Map<String, LocalizedText>> FORM = new TypeReference<>() {};
  private static final Map<String, LocalizedText> OVERRIDES =
      read(Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of));

  private CountryNames() {}

  /** The names of a country: CLDR's, except in the languages that have a preferred one. */
  static LocalizedText preferredOver(LocalizedText cldr, String country) {
    return overlaid(cldr, Optional.ofNullable(OVERRIDES.get(country)));
  }

  static Map<String, LocalizedText> read(Optional<Path> ownFile) {
    var names = new HashMap<>(CodeListFiles.read("country-names", FORM));
    ownFile.ifPresent(
        file ->
            CodeListFiles.json()
                .readValue(file.toFile(), FORM)
                .forEach(
                    (country, own) ->
                        names.merge(
                            country,
                            own,
                            (shipped, ours) -> overlaid(shipped, Optional.of(ours)))));
    return Map.copyOf(names);
  }

  static LocalizedText overlaid(LocalizedText names, Optional<LocalizedText> preferred) {
    var texts = new LinkedHashMap<>(names.texts());
    preferred.ifPresent(own -> texts.putAll(own.texts()));
    return new LocalizedText(texts);
  }
}
