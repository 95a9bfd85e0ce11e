package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Detail;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Link;
import dev.kanmin.events.wire.Card.Responsible;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.Import;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.SetScheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the card says of an activity. */
class ActivityCardTest {
  private static final AgencyCode JICA = AgencyCode.of("jica");
  private static final String IDENTIFIER = Samples.JICA + "-SAMPLE-1";

  @Test
  void an_activity_that_nobody_reported_has_no_card() {
    assertThat(ActivityCard.of(Activity.UNKNOWN)).isEmpty();
  }

  @Test
  void it_says_what_is_reported_where_for_what_and_by_whom() {
    Card card =
        card(
            Asked.after(
                imported(
                    "Endoscopy centre",
                    """
                    <recipient-country code="VN" percentage="60"/>
                    <recipient-country code="TH" percentage="40"/>
                    <sector code="12191" percentage="75"/>
                    <sector code="21020" percentage="25"/>
                    """)));
    assertThat(card.kind()).isEqualTo("activity");
    assertThat(card.state()).isEqualTo("implementation");
    assertThat(card.title()).containsEntry("en", "Endoscopy centre");
    assertThat(shares(card.countries())).containsExactly("VN 60", "TH 40");
    assertThat(shares(card.fields())).containsExactly("endoscopy 75");
    assertThat(card.responsible())
        .containsExactly(new Responsible("jica", Optional.empty(), Map.of(), "owner"));
    assertThat(card.links()).containsExactly(new Link("iati", IDENTIFIER));
    assertThat(card.facets())
        .containsEntry("crs", List.of("12191", "21020"))
        .containsEntry("field-mapping-states", List.of("automatic"))
        .doesNotContainKeys("schemes", "scheme-steps", "hs-medical");
  }

  @Test
  void a_state_that_the_standard_does_not_know_is_told_as_not_reported() {
    Samples.Sample sample =
        Samples.one(
            Samples.inVietNam(Samples.JICA, IDENTIFIER, "Roads")
                .replace("<activity-status code=\"2\"/>", "<activity-status code=\"9\"/>"));
    Activity activity =
        Asked.after(new Asked(JICA, new Import(sample.report(), sample.activity())));
    assertThat(card(activity).state()).isEqualTo("not-reported");
  }

  @Test
  void what_no_field_was_found_for_is_in_none() {
    assertThat(card(Asked.after(imported("Roads", ""))).fields()).isEmpty();
  }

  @Test
  void what_was_planned_is_expected_until_it_has_happened() {
    String planned =
        """
        <activity-date type="1" iso-date="2026-03-01"/>
        <activity-date type="3" iso-date="2028-03-31"/>
        """;
    Activity begun =
        Asked.after(dated(planned + "<activity-date type=\"2\" iso-date=\"2026-04-01\"/>"));
    assertThat(card(begun).dates())
        .containsExactly(
            Due.on("planned-end", LocalDate.of(2028, 3, 31)),
            Due.on("actual-start", LocalDate.of(2026, 4, 1)));
    assertThat(card(Asked.after(dated(planned))).dates())
        .extracting(Due::what)
        .containsExactly("planned-start", "planned-end");
    Activity over =
        Asked.after(dated(planned + "<activity-date type=\"4\" iso-date=\"2026-05-01\"/>"));
    assertThat(card(over).dates()).extracting(Due::what).containsExactly("actual-end");
  }

  @Test
  void the_next_step_is_named_with_its_day_overdue_or_not() {
    Activity activity =
        Asked.after(
            imported("Endoscopy", ""),
            jica(new SetScheme("grant-aid")),
            jica(
                new Advance(
                    "tender",
                    LocalDate.of(2026, 9, 1),
                    Optional.of("Minutes 12"),
                    Optional.of("contract"),
                    Optional.of(LocalDate.of(2026, 10, 1)))));
    Card card = card(activity);
    Due next = card.dates().getFirst();
    assertThat(next.what()).isEqualTo("next-step");
    assertThat(next.detail()).contains(new Detail("scheme-steps", "contract"));
    assertThat(next.on()).contains(LocalDate.of(2026, 10, 1));
    assertThat(card.facets())
        .containsEntry("schemes", List.of("grant-aid"))
        .containsEntry("scheme-steps", List.of("tender"));
    assertThat(written(card)).doesNotContain("Minutes");
  }

  @Test
  void a_next_step_without_a_day_is_no_date() {
    Activity activity =
        Asked.after(
            imported("Endoscopy", ""),
            jica(new SetScheme("grant-aid")),
            jica(
                new Advance(
                    "tender",
                    LocalDate.of(2026, 9, 1),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
    assertThat(card(activity).dates()).extracting(Due::what).containsExactly("actual-start");
  }

  @Test
  void money_stands_per_kind_and_currency_and_what_has_no_currency_is_told() {
    Card card =
        card(
            Asked.after(
                imported(
                    "Endoscopy",
                    budget("JPY", "1000000")
                        + budget("USD", "9000.50")
                        + transaction("2", "JPY", "700000")
                        + transaction("3", "JPY", "250000")
                        + transaction("4", "JPY", "-1500")
                        + transaction("3", "QQQ", "1"))));
    assertThat(card.figures())
        .extracting(
            figure -> figure.what() + " " + figure.amount() + " " + figure.unit().orElseThrow())
        .containsExactly(
            "budget 1000000 JPY",
            "budget 9000.50 USD",
            "commitment 700000 JPY",
            "disbursement 250000 JPY",
            "expenditure -1500 JPY");
    assertThat(card.leftOut()).contains(new Card.LeftOut("no-currency", 1));
  }

  @Test
  void sums_that_say_where_they_go_say_so_on_the_card_even_if_that_is_no_country() {
    Card card =
        card(
            Asked.after(
                imported(
                    "Endoscopy",
                    """
                    <recipient-country code="VN"/>
                    <sector code="12191"/>
                    """
                        + transaction("3", "JPY", "100")
                        + transaction("3", "JPY", "20", "<recipient-country code='LA'/>")
                        + transaction("3", "JPY", "3", "<recipient-region code='789'/>"))));
    assertThat(shares(card.countries())).containsExactly("VN 100", "LA 0");
    assertThat(card.figures())
        .extracting(figure -> figure.amount() + " " + shares(figure.countries()))
        .containsExactlyInAnyOrder("100 []", "20 [LA 100]", "3 [VN 0]");
    assertThat(card.leftOut()).contains(new Card.LeftOut("in-region", 1));
  }

  @Test
  void sums_that_say_what_they_are_for_say_so_on_the_card() {
    Card card =
        card(
            Asked.after(
                imported(
                    "Endoscopy",
                    "<recipient-country code='VN'/><sector code='21020'/>"
                        + transaction("3", "JPY", "30", "<sector code='12191'/>"))));
    assertThat(shares(card.figures().getFirst().fields())).containsExactly("endoscopy 100");
  }

  @Test
  void money_that_counts_for_several_fields_is_told() {
    Card card =
        card(
            Asked.after(
                imported(
                    "Endoscopy and telemedicine",
                    "<recipient-country code='VN'/><sector code='12191'/>"
                        + transaction("3", "JPY", "30"))));
    assertThat(card.fields()).hasSize(2);
    assertThat(card.leftOut()).contains(new Card.LeftOut("field-shares-overlap", 1));
  }

  @Test
  void goods_that_a_text_names_are_a_facet() {
    assertThat(card(Asked.after(imported("Ultrasound scanners, HS 901812", ""))).facets())
        .containsEntry("hs-medical", List.of("901812"));
  }

  @Test
  void what_officers_decided_about_fields_is_on_it_and_their_words_are_not() {
    Activity activity =
        Asked.after(
            imported("Endoscopy", ""),
            jica(
                new OverrideFields(
                    List.of(Field.of("telemedicine")),
                    OverrideReason.WRONG_FIELD,
                    Optional.of("Seen the minutes"))));
    Card card = card(activity);
    assertThat(card.fields()).extracting(Card.Share::code).containsExactly("telemedicine");
    assertThat(card.facets()).containsEntry("field-mapping-states", List.of("overridden"));
    assertThat(written(card)).doesNotContain("minutes");
  }

  @Test
  void related_activities_are_linked_by_the_ids_that_they_have_here() {
    Card card =
        card(Asked.after(imported("Endoscopy", "<related-activity ref='XM-OTHER-7' type='1'/>")));
    assertThat(card.links())
        .containsExactly(
            new Link("iati", IDENTIFIER), new Link("related", ActivityStorage.idOf("XM-OTHER-7")));
  }

  @Test
  void every_code_on_it_is_of_a_list() {
    for (Samples.Sample sample : Samples.tour()) {
      Card card =
          card(Asked.after(new Asked(JICA, new Import(sample.report(), sample.activity()))));
      CodeLists.list("kinds").require(card.kind());
      CodeLists.list(card.kind() + "-states").require(card.state());
      card.fields().forEach(it -> CodeLists.list(CodeLists.FIELDS).require(it.code()));
      card.responsible().forEach(it -> CodeLists.list("agency-roles").require(it.role()));
      card.dates().forEach(it -> CodeLists.list("date-kinds").require(it.what()));
      card.figures().forEach(it -> CodeLists.list("figure-kinds").require(it.what()));
      card.links().forEach(it -> CodeLists.list("link-kinds").require(it.rel()));
      card.leftOut().forEach(it -> CodeLists.list("left-out-reasons").require(it.reason()));
      card.facets()
          .forEach(
              (list, codes) -> {
                if (CodeLists.list(list).complete()) {
                  codes.forEach(CodeLists.list(list)::require);
                }
              });
    }
  }

  @Test
  void the_largest_activity_has_a_card_that_can_be_published() {
    String title =
        List.of("ja", "en", "zh-Hans", "zh-Hant", "ko", "vi", "th", "id", "ms", "fr").stream()
            .map(tag -> "<narrative xml:lang='" + tag + "'>" + "内".repeat(400) + "</narrative>")
            .collect(Collectors.joining());
    List<String> parts = new ArrayList<>();
    Countries.all()
        .forEach(
            country ->
                parts.add(
                    "<recipient-country code='" + country.code() + "' percentage='0.345678'/>"));
    IntStream.range(0, 300).forEach(i -> parts.add("<sector code='" + (12000 + i) + "'/>"));
    CodeLists.list(CodeLists.CURRENCIES)
        .currentCodes()
        .forEach(
            code ->
                parts.add(
                    transaction(
                        "2",
                        code,
                        "123456789012345678.12",
                        "<sector code='12191'/><recipient-country code='VN'/>")));
    IntStream.range(0, 300)
        .forEach(i -> parts.add("<related-activity ref='XM-OTHER-" + i + "' type='1'/>"));
    String identifier = IDENTIFIER + "-" + "省".repeat(450);
    Samples.Sample sample =
        Samples.one(
            Samples.activity(Samples.JICA, identifier, "Endoscopy", String.join("\n", parts))
                .replace("<narrative>Endoscopy</narrative>", title));
    Card card = card(Asked.after(new Asked(JICA, new Import(sample.report(), sample.activity()))));

    assertThat(Json.events().writeValueAsBytes(card).length)
        .isBetween(Card.MAXIMUM - 1_024, Card.MAXIMUM);
    assertThat(card.leftOut()).extracting(Card.LeftOut::reason).contains("beyond-card-limit");
  }

  private static Card card(Activity activity) {
    return ActivityCard.of(activity).orElseThrow();
  }

  private static String written(Card card) {
    return Json.events().writeValueAsString(card);
  }

  private static Asked jica(ActivityCommand command) {
    return new Asked(JICA, command);
  }

  private static Asked imported(String title, String parts) {
    return imported(Samples.activity(Samples.JICA, IDENTIFIER, title, parts));
  }

  private static Asked dated(String dates) {
    return imported(
        Samples.activity(Samples.JICA, IDENTIFIER, "Endoscopy", "")
            .replace("<activity-date type=\"2\" iso-date=\"2026-04-01\"/>", dates));
  }

  private static Asked imported(String activity) {
    Samples.Sample sample = Samples.one(activity);
    return jica(new Import(sample.report(), sample.activity()));
  }

  private static List<String> shares(List<Card.Share> shares) {
    return shares.stream()
        .map(
            share ->
                share.code()
                    + share.percentage().map(BigDecimal::toPlainString).map(" "::concat).orElse(""))
        .toList();
  }

  private static String budget(String currency, String amount) {
    return """
    <budget><period-start iso-date="2026-04-01"/><period-end iso-date="2027-03-31"/>
    <value currency="%s" value-date="2026-04-01">%s</value></budget>
    """
        .formatted(currency, amount);
  }

  private static String transaction(String type, String currency, String amount) {
    return transaction(type, currency, amount, "");
  }

  private static String transaction(String type, String currency, String amount, String own) {
    return """
    <transaction><transaction-type code="%s"/><transaction-date iso-date="2026-04-01"/>
    <value currency="%s" value-date="2026-04-01">%s</value>%s</transaction>
    """
        .formatted(type, currency, amount, own);
  }
}
