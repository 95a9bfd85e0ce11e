package dev.kanmin.controltower.roadmap;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.controltower.roadmap.RoadmapCommand.*;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where stories of the roadmap begin: MHLW plans, in October 2026. */
public final class RoadmapStories {
  static final String ID = "rma_01234567890123456789abcdef";
  static final String BEFORE = "rma_11234567890123456789abcdef";
  static final LocalDate DUE = LocalDate.of(2027, 3, 31);

  private static final Stories<RoadmapCommand, RoadmapEvent, RoadmapAction> NOTHING =
      Stories.of(Roadmap.TYPE).by("mhlw").at("2026-10-20T00:00:00Z");

  private RoadmapStories() {}

  static Stories<RoadmapCommand, RoadmapEvent, RoadmapAction> planned() {
    return NOTHING.given(new PlanAction(ID, plan("研修", Optional.of(DUE))));
  }

  public static AggregateType<?, ?, ?> type() {
    return Roadmap.TYPE;
  }

  public static void tell(EventContract contract) {
    var asked =
        planned()
            .given(
                new Amend(plan("研修の実施", Optional.of(DUE))),
                update("2026-10", RoadmapState.DELAYED, Optional.of(DUE.plusMonths(2))),
                new SubmitUpdate("2026-10"),
                new NoteDelay(BEFORE, DUE.plusDays(1)))
            .by("meti");
    contract.told(
        Roadmap.TYPE,
        List.of(
            asked.given(new ApproveDate(1, Optional.of("Agreed"))),
            asked
                .given(new RejectDate(1, "Find another way"))
                .by("mhlw")
                .given(new Archive("Taken over by another measure"))),
        List.of(
            NOTHING.given(
                new PlanAction(
                    ID,
                    new RoadmapAction.Plan(
                        LocalizedText.of("対話", "Dialogue"),
                        "1",
                        Optional.empty(),
                        new Scope(Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        true)))));
  }

  static RoadmapAction.Plan plan(String title, Optional<LocalDate> due) {
    return new RoadmapAction.Plan(
        LocalizedText.of("【サンプル】" + title, "[Sample] Training"),
        "人材育成",
        Optional.of("sample-office"),
        new Scope(Optional.of(CountryCode.of("VN")), Optional.empty()),
        due,
        List.of(
            new RoadmapAction.Milestone(
                "curriculum", LocalizedText.of("教材", "Curriculum"), LocalDate.of(2026, 12, 25))),
        List.of(BEFORE),
        true);
  }

  static WriteUpdate update(String month, RoadmapState status, Optional<LocalDate> newDue) {
    return new WriteUpdate(
        month,
        status,
        "Teachers are being found",
        Optional.of("The hospital moved its dates"),
        newDue,
        List.of("curriculum"),
        true);
  }
}
