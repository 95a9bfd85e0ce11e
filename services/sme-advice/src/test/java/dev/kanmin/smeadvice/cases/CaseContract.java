package dev.kanmin.smeadvice.cases;

import static dev.kanmin.smeadvice.cases.Samples.*;

import dev.kanmin.smeadvice.cases.CaseCommand.*;
import dev.kanmin.testkit.contract.EventContract;
import java.util.List;
import java.util.Optional;

/** One example of each event, as they come in the life of a made-up case. */
public final class CaseContract {
  private CaseContract() {}

  /** Adds the events to the contract. */
  public static EventContract addTo(EventContract contract) {
    var full =
        opened()
            .by("jica")
            .given(new Attach(List.of("need_00000000000000000000000001")))
            .by("jetro")
            .given(
                new FollowCompany(SURVIVOR),
                ASSIGN,
                START,
                ADVICE,
                ACTION,
                new AddAction("nxa_2", "travel", Optional.empty(), Optional.empty()),
                new CompleteAction("nxa_1"),
                new DropAction("nxa_2"),
                new Tag(List.of("first-export"), List.of("JP-13", "JP-14")),
                TO_PMDA,
                TO_MISSION)
            .by("pmda")
            .given(new Accept("ref_1"), new Complete("ref_1"))
            .by("jetro")
            .given(new Decline("ref_2", "confidential: why not"), ASK, REPLY, CLOSE);
    var joined = opened().given(new Join("case_00000000000000000000000002", SURVIVOR));
    Open bare =
        new Open(
            CASE,
            COMPANY,
            CELL,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            false);
    return contract.told(
        Cases.TYPE,
        List.of(full, joined),
        List.of(
            nothing()
                .given(
                    bare,
                    ASSIGN,
                    START,
                    new AskCompany("note_q", "confidential: a question", Optional.empty()))));
  }
}
