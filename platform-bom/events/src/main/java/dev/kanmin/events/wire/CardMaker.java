package dev.kanmin.events.wire;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.events.wire.Card.Audience;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.LeftOut;
import dev.kanmin.events.wire.Card.Link;
import dev.kanmin.events.wire.Card.Responsible;
import dev.kanmin.events.wire.Card.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a card together, in any order. What is longer than a card can hold is cut and counted as
 * left out, so that no subject becomes unpublishable because somebody wrote much.
 */
public final class CardMaker {
  /** Characters of a title in one language. */
  static final int LONGEST_TITLE = 300;

  /** Characters of a summary in one language. */
  static final int LONGEST_SUMMARY = 500;

  /** Languages of a title or summary. */
  static final int MOST_LANGUAGES = 8;

  /** Entries of each list. */
  static final int MOST_ENTRIES = 60;

  private static final String BEYOND_LIMIT = "beyond-card-limit";

  private final String kind;
  private final String state;
  private Map<String, String> title = Map.of();
  private Map<String, String> summary = Map.of();
  private final List<Share> countries = new ArrayList<>();
  private final List<Share> fields = new ArrayList<>();
  private final List<Responsible> responsible = new ArrayList<>();
  private final List<Due> dates = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final Map<String, List<String>> facets = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private Audience audience = Audience.PARTNER;
  private boolean sample;

  /**
   * Begins a card.
   *
   * @param kind one of the code list of kinds
   * @param state one of {@code <kind>-states}
   */
  public CardMaker(String kind, String state) {
    this.kind = kind;
    this.state = state;
  }

  public CardMaker(String kind, Coded state) {
    this(kind, state.code());
  }

  public CardMaker title(LocalizedText text) {
    return title(text.texts());
  }

  /** Language tag to text; may be empty. */
  public CardMaker title(Map<String, String> texts) {
    title = cut(texts, LONGEST_TITLE);
    return this;
  }

  public CardMaker summary(LocalizedText text) {
    summary = cut(text.texts(), LONGEST_SUMMARY);
    return this;
  }

  /** Without parts: each counts as concerned, and no money is split among several. */
  public CardMaker countries(Collection<CountryCode> codes) {
    codes.forEach(code -> countries.add(Share.of(code.code())));
    return this;
  }

  public CardMaker countryShares(Collection<Share> shares) {
    countries.addAll(shares);
    return this;
  }

  public CardMaker fields(Collection<Field> codes) {
    codes.forEach(code -> fields.add(Share.of(code.code())));
    return this;
  }

  public CardMaker fieldShares(Collection<Share> shares) {
    fields.addAll(shares);
    return this;
  }

  /** An agency of which no office is known. */
  public CardMaker responsible(AgencyCode agency, String role) {
    responsible.add(new Responsible(agency.code(), Optional.empty(), Map.of(), role));
    return this;
  }

  public CardMaker responsible(
      AgencyCode agency, String office, LocalizedText officeName, String role) {
    responsible.add(new Responsible(agency.code(), Optional.of(office), officeName.texts(), role));
    return this;
  }

  public CardMaker date(Due due) {
    dates.add(due);
    return this;
  }

  public CardMaker figure(Figure figure) {
    figures.add(figure);
    return this;
  }

  public CardMaker money(String what, Money money) {
    return figure(Figure.money(what, money.amount(), money.currency().code()));
  }

  /** Codes of a code list that say what sort of thing it is. */
  public CardMaker facet(String list, Collection<String> codes) {
    if (!codes.isEmpty()) {
      facets.computeIfAbsent(list, _ -> new ArrayList<>()).addAll(codes);
    }
    return this;
  }

  public CardMaker facet(String list, String code) {
    return facet(list, List.of(code));
  }

  public CardMaker link(String rel, String to) {
    links.add(new Link(rel, to));
    return this;
  }

  /** Something that is not on the card; reasons are codes of {@code left-out-reasons}. */
  public CardMaker leavingOut(String reason, int count) {
    if (count > 0) {
      leftOut.merge(reason, count, Integer::sum);
    }
    return this;
  }

  public CardMaker audience(Audience newAudience) {
    audience = newAudience;
    return this;
  }

  public CardMaker sample(boolean isSample) {
    sample = isSample;
    return this;
  }

  /** The card. */
  public Card make() {
    List<Share> someCountries = first(countries);
    List<Share> someFields = first(fields);
    List<Responsible> someResponsible = first(responsible);
    List<Due> someDates = first(dates);
    List<Figure> someFigures = first(figures);
    Map<String, List<String>> someFacets = new LinkedHashMap<>();
    facets.forEach(
        (list, codes) -> someFacets.put(list, first(codes.stream().distinct().toList())));
    List<Link> someLinks = first(links.stream().distinct().toList());
    return new Card(
        Card.VERSION,
        kind,
        title,
        state,
        someCountries,
        someFields,
        someResponsible,
        someDates,
        someFigures,
        someFacets,
        someLinks,
        summary,
        audience,
        leftOut.entrySet().stream().map(one -> new LeftOut(one.getKey(), one.getValue())).toList(),
        Optional.empty(),
        sample);
  }

  private <T> List<T> first(List<T> all) {
    if (all.size() <= MOST_ENTRIES) {
      return List.copyOf(all);
    }
    leavingOut(BEYOND_LIMIT, all.size() - MOST_ENTRIES);
    return List.copyOf(all.subList(0, MOST_ENTRIES));
  }

  private static Map<String, String> cut(Map<String, String> texts, int longest) {
    Map<String, String> some = new LinkedHashMap<>();
    texts.entrySet().stream()
        .limit(MOST_LANGUAGES)
        .forEach(text -> some.put(text.getKey(), cut(text.getValue(), longest)));
    return some;
  }

  /** Never between the two halves of a character. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
