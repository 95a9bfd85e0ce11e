package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Decimal;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.DevFiles;
import dev.kanmin.controltower.outcome.OutcomeCommand.*;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where stories of outcomes begin: JETRO claims, in October 2026; JICA and MEJ helped. */
public final class OutcomeStories {
  static final String ID = "out_01234567890123456789abcdef";
  static final String OTHER = "out_11234567890123456789abcdef";
  static final String HASH = "ab".repeat(32);
  static final Instant EXPIRES = Instant.parse("2026-10-15T00:00:00Z");

  private static final Stories<OutcomeCommand, OutcomeEvent, Outcome> NOTHING =
      Stories.of(Outcomes.TYPE).by("jetro").at("2026-10-01T00:00:00Z");

  private OutcomeStories() {}

  static Stories<OutcomeCommand, OutcomeEvent, Outcome> given(OutcomeCommand... commands) {
    return NOTHING.given(commands);
  }

  static Stories<OutcomeCommand, OutcomeEvent, Outcome> claimed() {
    return given(new MakeClaim(ID, contract()));
  }

  public static AggregateType<?, ?, ?> type() {
    return Outcomes.TYPE;
  }

  public static void tell(EventContract contract) {
    var claimed = claimed();
    var asked = claimed.given(new AgreeShares(shares()), new AskCompany(HASH, EXPIRES));
    var evidence =
        claimed
            .given(new SubmitEvidence("purchase-order", "PO 1234", LocalDate.of(2026, 9, 1)))
            .by("jica")
            .given(new ReturnEvidence(LocalizedText.of("日付が違う", "Another date")))
            .given(new Dispute("Not ours"));
    var expired =
        claimed
            .at("2027-10-02T00:00:00Z")
            .given(new Expire(), new Extend(LocalDate.of(2028, 3, 31)));
    var alike =
        claimed.given(
            new ProposeMerge(OTHER),
            new DeclineMerge(OTHER),
            new Absorb(OTHER, List.of("case_01234567890123456789abcdef"), List.of()),
            new Merge(OTHER, contract()));
    contract.told(
        Outcomes.TYPE,
        List.of(
            asked.given(
                new AnswerByCompany(HASH, true, Optional.of("not-at-all"), Optional.of("Thanks"))),
            claimed.given(new Revise(expected())),
            evidence,
            expired,
            alike),
        List.of(given(new MakeClaim(ID, expected()))));
  }

  static Claim contract() {
    return claim("endoscopy-contract");
  }

  static Claim expected() {
    return claim("expected");
  }

  static List<Outcome.Share> shares() {
    return List.of(share("jetro", "60"), share("jica", "39.5"), share("mej", "0.5"));
  }

  static Outcome.Share share(String agency, String percentage) {
    return new Outcome.Share(AgencyCode.of(agency), Decimal.of(percentage));
  }

  private static Claim claim(String name) {
    return Json.events().treeToValue(DevFiles.json("outcomes/" + name + ".json"), Claim.class);
  }
}
