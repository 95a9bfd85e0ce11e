package dev.kanmin.trademissions.meeting;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.trademissions.mission.MissionOutline;
import java.util.List;
import java.util.Optional;

/** What everybody may see of a meeting plan once it was published: how many meet, and when. */
final class MeetingPlanCard {
  private MeetingPlanCard() {}

  static Optional<Card> of(MeetingPlan plan) {
    return plan.told() ? Optional.of(card(plan)) : Optional.empty();
  }

  private static Card card(MeetingPlan plan) {
    MissionOutline mission = plan.outline();
    CardMaker card =
        new CardMaker(MeetingPlanLifeCycle.KIND, plan.state())
            .title(mission.title())
            .countries(mission.countries())
            .fields(mission.fields())
            .responsible(mission.organiser(), "organiser")
            .sample(mission.sample());
    mission.coOrganisers().forEach(it -> card.responsible(it, "co-organiser"));
    mission.supporters().forEach(it -> card.responsible(it, "supporter"));
    dates(plan).forEach(card::date);
    card.figure(Figure.count("meetings-requested", plan.pairs()));
    card.figure(Figure.count("meetings-planned", plan.meetings().size()));
    card.figure(Figure.count("meetings-held", plan.held()));
    card.link("mission", mission.id());
    return card.make();
  }

  private static List<Due> dates(MeetingPlan plan) {
    List<MeetingDay> days = plan.known().days();
    return switch (plan.state()) {
      case CANCELLED, PREPARING -> List.of();
      case SEARCHING, PLANNED, PUBLISHED ->
          days.isEmpty()
              ? List.of()
              : List.of(
                  Due.on("begins", days.getFirst().on()), Due.on("ends", days.getLast().on()));
      case CLOSED ->
          days.isEmpty()
              ? List.of()
              : List.of(
                  Due.on("began", days.getFirst().on()), Due.on("ended", days.getLast().on()));
    };
  }
}
