package dev.kanmin.gateway.picture;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.Last;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Cards as services make them, and the data of their events as the platform writes it. */
public final class Cards {
  private Cards() {}

  /** In Viet Nam, for endoscopy. */
  public static CardMaker mission(String state) {
    return mission(state, List.of("VN"), List.of("endoscopy"));
  }

  public static CardMaker mission(String state, List<String> countries, List<String> fields) {
    return new CardMaker("mission", state)
        .title(LocalizedText.of("内視鏡ミッション", "Endoscopy mission"))
        .countryShares(countries.stream().map(Share::of).toList())
        .fieldShares(fields.stream().map(Share::of).toList())
        .facet("mission-kinds", "outward-mission")
        .responsible(
            AgencyCode.of("jetro"), "hanoi", LocalizedText.of("ハノイ", "Hanoi office"), "organiser")
        .responsible(AgencyCode.of("jica"), "supporter")
        .date(
            Due.at(
                "applications-close",
                Instant.parse("2026-12-18T08:00:00Z"),
                ZoneId.of("Asia/Tokyo")))
        .date(Due.on("begins", LocalDate.of(2027, 2, 8)))
        .date(Due.on("ends", LocalDate.of(2027, 2, 12)))
        .figure(Figure.count("places", 20));
  }

  /** With a commitment in yen. */
  public static CardMaker activity(List<Share> countries, List<Share> fields, String commitment) {
    return new CardMaker("activity", "implementation")
        .title(LocalizedText.of("病院", "Hospital"))
        .countryShares(countries)
        .fieldShares(fields)
        .facet("schemes", "grant-aid")
        .facet("scheme-steps", "contract")
        .responsible(AgencyCode.of("jica"), "owner")
        .link("iati", "XM-DAC-701-8-1")
        .figure(Figure.money("commitment", new BigDecimal(commitment), "JPY"));
  }

  public static List<Share> shares(Share... shares) {
    return List.of(shares);
  }

  public static Share share(String code, String percentage) {
    return new Share(code, Optional.of(new BigDecimal(percentage)));
  }

  /** Data of an event with a card, which tells of that last event. */
  public static String data(CardMaker card, Last last) {
    return data("{\"fact\":1}", card.make(), last);
  }

  /** The same, with more than the card. */
  public static String data(String event, Card card, Last last) {
    byte[] told =
        EventData.with(
            Json.events().writeValueAsBytes(card), "last", Json.events().writeValueAsBytes(last));
    return new String(
        EventData.with(event.getBytes(StandardCharsets.UTF_8), EventData.CARD, told),
        StandardCharsets.UTF_8);
  }

  public static Last last(String event, Instant at, String... from) {
    return new Last(event, at, "jica", Arrays.stream(from).findFirst());
  }
}
