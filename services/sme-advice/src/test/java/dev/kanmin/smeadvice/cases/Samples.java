package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.smeadvice.cases.CaseCommand.*;
import dev.kanmin.testkit.service.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A made-up case: a company that wants to sell endoscopes in Viet Nam. */
final class Samples {
  static final String CASE = "case_00000000000000000000000001";
  static final String COMPANY = "cmp_00000000000000000000000001";
  static final String SURVIVOR = "cmp_00000000000000000000000002";
  static final String LINKAGE = "lnk_00000000000000000000000001";
  static final String MISSION = "msn_00000000000000000000000001";
  static final Cell CELL = Cell.of("VN", "endoscopy");
  static final Office OFFICE =
      new Office("sample-tokyo", LocalizedText.of("【サンプル】海外展開支援課", "[Sample] Overseas support"));
  static final Office OTHER_OFFICE =
      new Office("sample-hanoi", LocalizedText.of("【サンプル】ハノイ事務所", "[Sample] Hanoi office"));

  static final Open OPEN =
      new Open(
          CASE,
          COMPANY,
          CELL,
          Optional.empty(),
          List.of(LINKAGE),
          List.of("cross-industry-entry"),
          List.of("JP-13"),
          Optional.of("confidential: what the company asks"),
          true);
  static final Assign ASSIGN = new Assign(OFFICE, Optional.of("desk-3"));
  static final Start START = new Start();
  static final AskCompany ASK =
      new AskCompany(
          "note_q", "confidential: a question", Optional.of(LocalDate.parse("2026-10-20")));
  static final RecordReply REPLY = new RecordReply("note_r", "confidential: a reply");
  static final AddNote ADVICE = new AddNote("note_a", "advice", "confidential: an advice");
  static final AddAction ACTION =
      new AddAction(
          "nxa_1",
          "regulatory-check",
          Optional.of(LocalDate.parse("2026-10-30")),
          Optional.of("confidential: what to check"));
  static final Refer TO_PMDA =
      new Refer(
          "ref_1",
          new Referral.Target(Optional.of(AgencyCode.of("pmda")), Optional.empty()),
          Optional.of("confidential: why"));
  static final Refer TO_MISSION =
      new Refer(
          "ref_2", new Referral.Target(Optional.empty(), Optional.of(MISSION)), Optional.empty());
  static final Close CLOSE = new Close("advised", Optional.of("confidential: how it ended"));

  private Samples() {}

  /** JETRO's, on Thursday 1 October 2026. */
  static Stories<CaseCommand, CaseEvent, Case> nothing() {
    return Stories.of(Cases.TYPE);
  }

  static Stories<CaseCommand, CaseEvent, Case> opened() {
    return nothing().given(OPEN);
  }

  static Stories<CaseCommand, CaseEvent, Case> inProgress() {
    return opened().given(ASSIGN, START);
  }
}
