package dev.kanmin.marketintelligence.words;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a record is called that there is once for each cell. */
public final class CellTitles {
  private CellTitles() {}

  /** Its kind, country and field, in every language of the site. */
  public static Map<String, String> of(String kind, CountryCode country, Optional<Field> field) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Language language : Language.OF_THE_SITE) {
      String place = Countries.find(country).map(it -> it.name(language)).orElseGet(country::code);
      titles.put(
          language.tag(),
          CodeLists.list("kinds").label(kind, language)
              + ": "
              + place
              + field.map(it -> " × " + Fields.label(it, language)).orElse(""));
    }
    return titles;
  }
}
