package dev.kanmin.codes;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Function;

/**
 * Names in the site's languages from the Unicode CLDR data that the JDK carries, so that nobody has
 * to keep them.
 */
enum CldrNames {
  COUNTRY {
    @Override
    LocalizedText of(String code) {
      var region = new Locale.Builder().setRegion(code).build();
      return CountryNames.preferredOver(inSiteLanguages(region::getDisplayCountry), code);
    }
  },
  CURRENCY {
    @Override
    LocalizedText of(String code) {
      return inSiteLanguages(Currency.getInstance(code)::getDisplayName);
    }
  },
  LANGUAGE {
    @Override
    LocalizedText of(String code) {
      return inSiteLanguages(Locale.forLanguageTag(code)::getDisplayName);
    }
  };

  abstract LocalizedText of(String code);

  private static LocalizedText inSiteLanguages(Function<Locale, String> name) {
    var names = new LinkedHashMap<String, String>();
    for (var language : Language.OF_THE_SITE) {
      names.put(language.tag(), name.apply(language.toLocale()));
    }
    return new LocalizedText(names);
  }
}
