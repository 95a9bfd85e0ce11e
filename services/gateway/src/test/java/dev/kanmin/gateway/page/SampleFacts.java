package dev.kanmin.gateway.page;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.gateway.picture.Cards;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.Records;
import dev.kanmin.gateway.rule.RuleBook;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.view.AnswerHead;
import dev.kanmin.gateway.view.AnswerHead.AsOf;
import dev.kanmin.gateway.view.AnswerHead.Freshness;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A picture of a few events, folded as the real one is. */
final class SampleFacts implements PageFacts {
  static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

  private final Picture picture = new Picture();
  private final ToDos toDos = new ToDos(RuleBook.standard(), picture);
  private long position;

  SampleFacts() {
    mission(1, "mission-announced", "announced");
    picture.apply(
        Records.activity(++position, "act_1", 1, "activity-imported", activity(), "pipeline"));
    picture.apply(
        Records.mission(
            ++position, "msn_2", 1, "mission-reported", Cards.mission("reported"), "underway"));
    picture.publish(position);
  }

  /** Another event of a mission, at once in the picture. */
  void mission(long sequence, String event, String state) {
    picture.apply(
        Records.mission(
            ++position,
            "msn_1",
            sequence,
            event,
            new CardMaker("mission", state)
                .title(LocalizedText.of("【サンプル】内視鏡官民ミッション", "[Sample] Endoscopy mission"))
                .countries(List.of(CountryCode.of("VN")))
                .fields(List.of(Field.of("endoscopy")))
                .facet("mission-kinds", "outward-mission")
                .responsible(
                    AgencyCode.of("jetro"),
                    "sample-hanoi",
                    LocalizedText.of("【サンプル】ハノイ事務所", "[Sample] Hanoi office"),
                    "organiser")
                .date(
                    Due.at(
                        "applications-close",
                        Instant.parse("2026-12-18T08:00:00Z"),
                        ZoneId.of("Asia/Tokyo")))
                .date(Due.on("begins", LocalDate.of(2027, 2, 8)))));
    picture.publish(position);
  }

  private static CardMaker activity() {
    return new CardMaker("activity", "implementation")
        .title(
            LocalizedText.of(
                "【サンプル】<b>省病院</b>内視鏡計画", "[Sample] Endoscopy in <b>provincial</b> hospitals"))
        .countryShares(Cards.shares(Cards.share("VN", "75")))
        .fieldShares(Cards.shares(Cards.share("endoscopy", "60")))
        .facet("schemes", "grant-aid")
        .facet("scheme-steps", "tender")
        .responsible(AgencyCode.of("jica"), "owner")
        .date(Due.on("next-step", LocalDate.of(2026, 11, 20)).saying("scheme-steps", "contract"))
        .date(Due.on("planned-end", LocalDate.of(2029, 3, 31)))
        .figure(Figure.money("budget", new BigDecimal("850000000"), "JPY"))
        .figure(Figure.money("commitment", new BigDecimal("120000.50"), "USD"))
        .link("iati", "XM-DAC-701-8-SAMPLE-VN-001");
  }

  @Override
  public Picture subjects() {
    return picture;
  }

  @Override
  public Mono<Boolean> shows(List<String> events) {
    return Mono.just(true);
  }

  @Override
  public ToDos toDos() {
    return toDos;
  }

  @Override
  public PictureSnapshot picture() {
    return picture.snapshot();
  }

  @Override
  public AnswerHead head() {
    return new AnswerHead(
        new AsOf(Long.toString(picture.snapshot().position()), NOW, 0),
        List.of(
            new Freshness("trade-missions", true, Optional.of(0L), Optional.of(NOW)),
            new Freshness("oda-linkage", true, Optional.of(95_000L), Optional.empty())),
        List.of(new LeftOut("not-public", 2)));
  }
}
