package dev.kanmin.trademissions.mission;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.CardMaker;
import java.util.Optional;
import java.util.stream.Stream;

/** What everybody may see of a mission. Of a draft that is nothing, and of applications a count. */
final class MissionCard {
  private MissionCard() {}

  static Optional<Card> of(Mission mission) {
    return mission.announced() ? Optional.of(card(mission)) : Optional.empty();
  }

  private static Card card(Mission mission) {
    MissionPlan plan = mission.plan();
    CardMaker card =
        new CardMaker("mission", mission.state())
            .title(plan.title())
            .countries(plan.markets())
            .fields(plan.fields())
            .facet("mission-kinds", plan.kind())
            .sample(plan.sample());
    plan.office()
        .ifPresent(it -> card.responsible(mission.organiser(), it.code(), it.name(), "organiser"));
    plan.coOrganisers().forEach(one -> card.responsible(one, "co-organiser"));
    plan.supporters().forEach(supporter -> card.responsible(supporter, "supporter"));
    dates(mission).flatMap(Optional::stream).forEach(card::date);
    plan.capacity().ifPresent(places -> card.figure(Figure.count("places", places)));
    mission
        .past()
        .ifPresent(
            past -> {
              card.facet("record-origins", "entered-as-history");
              past.participants()
                  .ifPresent(number -> card.figure(Figure.count("participants", number)));
            });
    if (mission.kind().companiesApply() && mission.past().isEmpty()) {
      card.figure(Figure.count("applications", mission.applications().size()));
      card.figure(Figure.count("participants", mission.applicationsIn(ApplicationState.SELECTED)));
    }
    plan.references().forEach(it -> card.link("reference", it.scheme() + ":" + it.id()));
    return card.make();
  }

  /** While it waits for new dates it has none; what was broken off ended on no planned day. */
  private static Stream<Optional<Due>> dates(Mission mission) {
    return switch (mission.state()) {
      case DRAFT, POSTPONED, CANCELLED -> Stream.of();
      case ANNOUNCED, OPEN ->
          Stream.of(deadline(mission), first("begins", mission), last("ends", mission));
      case SELECTING, SELECTED -> Stream.of(first("begins", mission), last("ends", mission));
      case UNDERWAY -> Stream.of(first("began", mission), last("ends", mission));
      case REPORTED -> Stream.of(first("began", mission), last("ended", mission));
      case TERMINATED -> Stream.of(first("began", mission));
    };
  }

  private static Optional<Due> deadline(Mission mission) {
    return mission.plan().deadline().map(it -> Due.at("applications-close", it.at(), it.zone()));
  }

  private static Optional<Due> first(String what, Mission mission) {
    return mission.plan().period().map(period -> Due.on(what, period.from()));
  }

  private static Optional<Due> last(String what, Mission mission) {
    return mission.plan().period().map(period -> Due.on(what, period.to()));
  }
}
