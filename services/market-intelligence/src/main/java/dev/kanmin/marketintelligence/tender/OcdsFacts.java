package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.Money;
import dev.kanmin.marketintelligence.tender.TenderFacts.CountryReason;
import dev.kanmin.marketintelligence.tender.TenderFacts.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads from a compiled release what everybody may see of a tender. What a publisher writes wrongly
 * is left out, never guessed.
 */
final class OcdsFacts {
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUMMARY = 500;
  private static final int LONGEST_WORD = 200;
  private static final String UNKNOWN_LANGUAGE = "und";
  private static final Set<String> BUYING = Set.of("buyer", "procuringEntity");

  /** A national register in org-id.guide's list: TH-TRN, VN-…; XI and XM are international. */
  private static final Pattern REGISTER = Pattern.compile("([A-Z]{2})-[A-Z0-9-]+");

  private final JsonNode compiled;
  private final JsonNode tender;

  private OcdsFacts(JsonNode compiled) {
    this.compiled = compiled;
    this.tender = compiled.path("tender");
  }

  private record Placed(CountryCode country, CountryReason by) {}

  /**
   * The facts.
   *
   * @param feed country of the feed, if whoever imports it says so
   * @param at the time by which a deadline has passed or not
   * @param fields the mappings to keep, or empty if they are to be found
   */
  static TenderFacts of(
      JsonNode compiled,
      Optional<CountryCode> feed,
      Instant at,
      AgencyCode owner,
      Optional<List<FieldMapping>> fields) {
    return new OcdsFacts(compiled).facts(feed, at, owner, fields);
  }

  private TenderFacts facts(
      Optional<CountryCode> feed,
      Instant at,
      AgencyCode owner,
      Optional<List<FieldMapping>> fields) {
    Optional<Placed> placed =
        country().or(() -> feed.map(it -> new Placed(it, CountryReason.STATED)));
    Optional<CountryCode> country = placed.map(Placed::country);
    Optional<Closes> closes = closes(country.flatMap(Zones::of));
    Map<String, String> title = texts("title", LONGEST_TITLE);
    Map<String, String> summary = texts("description", LONGEST_SUMMARY);
    List<TenderItem> items = items();
    Optional<String> buyer = buyer();
    return new TenderFacts(
        Origin.OCDS,
        state(closes, at),
        text(compiled.path("ocid"), LONGEST_TITLE),
        text(tender.path("id"), LONGEST_WORD),
        title,
        summary,
        buyer,
        country,
        placed.map(Placed::by),
        fields.orElseGet(() -> FieldFinder.find(title.values(), summary.values(), buyer, items)),
        closes,
        money(tender.path("value")),
        text(tender.path("procurementMethod"), LONGEST_WORD),
        items,
        url(),
        owner,
        false);
  }

  /** By the status of the tender; without one, by what has followed and by the deadline. */
  private TenderState state(Optional<Closes> closes, Instant at) {
    String status = tender.path("status").asString("");
    return switch (status) {
      case "planning", "planned" -> TenderState.PLANNED;
      case "cancelled" -> TenderState.CANCELLED;
      case "unsuccessful" -> TenderState.UNSUCCESSFUL;
      case "withdrawn" -> TenderState.WITHDRAWN;
      case "complete" -> isAwarded() ? TenderState.AWARDED : TenderState.CLOSED;
      default -> {
        boolean over = closes.map(it -> it.isOverAt(at)).orElse(false);
        if (isAwarded() && (over || closes.isEmpty())) {
          yield TenderState.AWARDED;
        }
        if (tender.isMissingNode()) {
          yield TenderState.PLANNED;
        }
        yield over ? TenderState.CLOSED : TenderState.OPEN;
      }
    };
  }

  private boolean isAwarded() {
    return !compiled.path("contracts").isEmpty()
        || compiled
            .path("awards")
            .valueStream()
            .map(award -> award.path("status").asString("active"))
            .anyMatch("active"::equals);
  }

  private Optional<Placed> country() {
    List<JsonNode> buyers = buyers();
    return first(
        () ->
            named(buyers.stream().map(it -> it.path("address").path("countryName")))
                .map(it -> new Placed(it, CountryReason.ADDRESS)),
        () ->
            buyers.stream()
                .flatMap(
                    it ->
                        Stream.of(
                            it.path("identifier").path("scheme").asString(""),
                            it.path("id").asString("")))
                .map(REGISTER::matcher)
                .filter(it -> it.matches())
                .flatMap(it -> CountryCode.find(it.group(1)).stream())
                .findFirst()
                .map(it -> new Placed(it, CountryReason.REGISTER)),
        () ->
            named(
                    tender
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("deliveryAddress").path("countryName")))
                .map(it -> new Placed(it, CountryReason.DELIVERY)));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private static <T> Optional<T> first(Supplier<Optional<T>>... ways) {
    return Stream.of(ways).flatMap(way -> way.get().stream()).findFirst();
  }

  private static Optional<CountryCode> named(Stream<JsonNode> names) {
    return names
        .filter(JsonNode::isString)
        .flatMap(name -> CountryFinder.named(name.asString()).stream())
        .findFirst();
  }

  /** Whoever buys, by reference or by role; OCDS 1.1 keeps the parties apart. */
  private List<JsonNode> buyers() {
    List<JsonNode> buyers = new ArrayList<>();
    for (JsonNode party : compiled.path("parties")) {
      boolean buys =
          party.path("roles").valueStream().anyMatch(it -> BUYING.contains(it.asString("")))
              || refersTo(compiled.path("buyer"), party)
              || refersTo(tender.path("procuringEntity"), party);
      if (buys) {
        buyers.add(party);
      }
    }
    buyers.add(compiled.path("buyer"));
    buyers.add(tender.path("procuringEntity"));
    return buyers;
  }

  private static boolean refersTo(JsonNode reference, JsonNode party) {
    return !reference.path("id").isMissingNode() && reference.path("id").equals(party.path("id"));
  }

  private Optional<String> buyer() {
    return text(compiled.path("buyer").path("name"), LONGEST_WORD)
        .or(() -> text(tender.path("procuringEntity").path("name"), LONGEST_WORD))
        .or(
            () ->
                buyers().stream()
                    .flatMap(it -> text(it.path("name"), LONGEST_WORD).stream())
                    .findFirst());
  }

  /** The text, and its translations: {@code title_vi}. */
  private Map<String, String> texts(String name, int longest) {
    Map<String, String> texts = new LinkedHashMap<>();
    String own =
        Optional.of(compiled.path("language").asString(""))
            .flatMap(Language::find)
            .map(Language::tag)
            .orElse(UNKNOWN_LANGUAGE);
    text(tender.path(name), longest).ifPresent(it -> texts.put(own, it));
    tender
        .properties()
        .forEach(
            property -> {
              if (property.getKey().startsWith(name + "_")) {
                Language.find(property.getKey().substring(name.length() + 1))
                    .ifPresent(
                        language ->
                            text(property.getValue(), longest)
                                .ifPresent(it -> texts.putIfAbsent(language.tag(), it)));
              }
            });
    return texts;
  }

  private static Optional<String> text(JsonNode node, int longest) {
    if (!node.isString() && !node.isNumber()) {
      return Optional.empty();
    }
    String text = node.asString().replaceAll("\\p{Cntrl}+", " ").strip();
    if (text.length() > longest) {
      int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
      text = text.substring(0, end) + "…";
    }
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private Optional<Closes> closes(Optional<ZoneId> zone) {
    String text = tender.path("tenderPeriod").path("endDate").asString("");
    return first(
        () -> {
          try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            return Optional.of(Closes.at(moment.toInstant(), zone.orElse(moment.getOffset())));
          } catch (DateTimeParseException another) {
            return Optional.empty();
          }
        },
        () -> {
          try {
            LocalDateTime local = LocalDateTime.parse(text);
            return Optional.of(
                zone.map(it -> Closes.at(local.atZone(it).toInstant(), it))
                    .orElseGet(() -> Closes.on(local.toLocalDate(), zone)));
          } catch (DateTimeParseException another) {
            return Optional.empty();
          }
        },
        () -> {
          try {
            return Optional.of(Closes.on(LocalDate.parse(text), zone));
          } catch (DateTimeParseException unknown) {
            return Optional.empty();
          }
        });
  }

  private static Optional<Money> money(JsonNode value) {
    Optional<CurrencyCode> currency =
        CurrencyCode.find(value.path("currency").asString("").toUpperCase(Locale.ROOT));
    if (currency.isEmpty() || !value.path("amount").isNumber()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.asPublished(value.path("amount").decimalValue(), currency.get()));
    } catch (IllegalArgumentException tooManyDigits) {
      return Optional.empty();
    }
  }

  private List<TenderItem> items() {
    return tender
        .path("items")
        .valueStream()
        .flatMap(
            item ->
                Stream.concat(
                        Stream.of(item.path("classification")),
                        item.path("additionalClassifications").valueStream())
                    .map(
                        code ->
                            new TenderItem(
                                text(code.path("scheme"), LONGEST_WORD),
                                text(code.path("id"), LONGEST_WORD),
                                text(item.path("description"), LONGEST_WORD)
                                    .or(() -> text(code.path("description"), LONGEST_WORD)))))
        .filter(item -> item.code().isPresent() || item.description().isPresent())
        .distinct()
        .limit(TenderFacts.MOST_ITEMS)
        .toList();
  }

  private Optional<String> url() {
    return tender
        .path("documents")
        .valueStream()
        .filter(it -> it.path("documentType").asString("").equals("tenderNotice"))
        .map(it -> it.path("url").asString(""))
        .filter(it -> it.startsWith("https://") || it.startsWith("http://"))
        .filter(it -> it.length() <= 1_000)
        .findFirst();
  }
}
