package dev.kanmin.gateway.search;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * What is searched for: cards that have all the words and are in all the facets.
 *
 * @param words each a word, or several that stood in quotation marks; none: all cards
 * @param facets the code that is asked for, by facet
 * @param codes further codes, each {@code list:code}
 * @param ended only those that have ended, or only those that have not
 */
public record SearchQuery(
    List<String> words, Map<Facet, String> facets, List<String> codes, Optional<Boolean> ended) {
  private static final int LONGEST_TEXT = 200;

  private static final int MOST_WORDS = 16;
  private static final Pattern WORDS =
      Pattern.compile("[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|([^\\s\u3000]+)");
  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  public SearchQuery {
    words = List.copyOf(words);
    facets = Map.copyOf(facets);
    codes = List.copyOf(codes);
  }

  /**
   * Reads the query parameters.
   *
   * @throws BadInput naming each parameter that no card could match
   */
  public static SearchQuery of(MultiValueMap<String, String> query) {
    List<InputFault> faults = new ArrayList<>();
    String text = Optional.ofNullable(query.getFirst("q")).orElse("");
    List<String> words = words(text);
    if (query.containsKey("q") && (words.isEmpty() || text.length() > LONGEST_TEXT)) {
      faults.add(fault("q", "1 to " + LONGEST_TEXT + " characters to look for"));
    } else if (words.size() > MOST_WORDS) {
      faults.add(fault("q", "at most " + MOST_WORDS + " words"));
    }
    Map<Facet, String> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Optional.ofNullable(query.getFirst(facet.parameter()))
          .ifPresent(
              code -> {
                if (accepted(facet).test(code)) {
                  facets.put(facet, facet == Facet.LANGUAGE ? Language.of(code).tag() : code);
                } else {
                  faults.add(fault(facet.parameter(), expected(facet)));
                }
              });
    }
    List<String> codes = query.getOrDefault("facet", List.of());
    if (!codes.stream().allMatch(code -> code.indexOf(':') > 0)) {
      faults.add(fault("facet", "a code list and a code, such as schemes:grant-aid"));
    }
    Optional<String> ended = Optional.ofNullable(query.getFirst("ended"));
    if (ended.filter(told -> !told.equals("true") && !told.equals("false")).isPresent()) {
      faults.add(fault("ended", "true or false"));
    }
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
    return new SearchQuery(words, facets, codes, ended.map(Boolean::valueOf));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORDS.matcher(text);
    while (word.find()) {
      String found = word.group(1) == null ? word.group(2) : word.group(1);
      if (!Script.words(found, Folding.NONE).isEmpty()) {
        words.add(found);
      }
    }
    return words;
  }

  private static Predicate<String> accepted(Facet facet) {
    return switch (facet) {
      case KIND, STATE, AGENCY -> code -> code.matches(CODE);
      case COUNTRY -> code -> CountryCode.find(code).isPresent();
      case FIELD -> code -> code.equals(Field.UNCLASSIFIED) || Field.find(code).isPresent();
      case LANGUAGE -> code -> Language.find(code).isPresent();
      case YEAR -> code -> code.matches("[12][0-9]{3}");
    };
  }

  private static String expected(Facet facet) {
    return switch (facet) {
      case KIND, STATE, AGENCY -> "a code";
      case COUNTRY -> "VN";
      case FIELD -> "endoscopy or unclassified";
      case LANGUAGE -> "a language tag such as ja or zh-Hant";
      case YEAR -> "a year such as 2026";
    };
  }

  private static InputFault fault(String parameter, String expected) {
    return InputFault.parameter(
        parameter, FaultCodes.INVALID_VALUE, parameter + ": expected " + expected + ".");
  }
}
