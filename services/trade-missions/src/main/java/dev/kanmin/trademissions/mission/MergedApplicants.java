package dev.kanmin.trademissions.mission;

import dev.kanmin.trademissions.mission.MissionCommand.FollowCompany;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicantMerged;
import dev.kanmin.trademissions.mission.MissionEvent.ApplicationDeclined;
import dev.kanmin.trademissions.mission.MissionEvent.OfferWithdrawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of the decider that is about companies which were found to be one: their applications
 * are the surviving company's. A company has one application that counts; of two that do, the one
 * that has come further stays, and of two that have come as far the earlier one.
 */
final class MergedApplicants {
  /** From the start on, who took part took part, and nothing is taken from anybody. */
  private static final Set<MissionState> BEFORE_THE_START =
      EnumSet.of(
          MissionState.OPEN, MissionState.SELECTING, MissionState.SELECTED, MissionState.POSTPONED);

  private MergedApplicants() {}

  static List<MissionEvent> of(FollowCompany followed, Mission mission) {
    List<MissionEvent> events = new ArrayList<>();
    mission.applications().stream()
        .filter(it -> it.isOf(followed.from()))
        .map(it -> new ApplicantMerged(it.id(), followed.companyId(), followed.company()))
        .forEach(events::add);
    if (!events.isEmpty() && BEFORE_THE_START.contains(mission.state())) {
      mission.applications().stream()
          .filter(it -> it.state().isActive())
          .filter(it -> isOfEither(followed, it))
          .sorted(Comparator.comparingInt(MergedApplicants::progress).reversed())
          .skip(1)
          .flatMap(MergedApplicants::ending)
          .forEach(events::add);
    }
    return List.copyOf(events);
  }

  /** The surviving company may have applied by its number alone. */
  private static boolean isOfEither(FollowCompany followed, Application application) {
    return application.isOf(followed.from())
        || application.isOf(Optional.of(followed.companyId()), followed.company());
  }

  private static int progress(Application application) {
    return switch (application.state()) {
      case SELECTED -> 3;
      case WAITLISTED -> application.hasOffer(OfferState.OFFERED) ? 2 : 1;
      case SUBMITTED, DECLINED, WITHDRAWN -> 0;
    };
  }

  private static Stream<MissionEvent> ending(Application application) {
    MissionEvent declined =
        new ApplicationDeclined(
            application.id(),
            ApplicationState.DECLINED,
            Optional.of(new Declined(DeclineReason.DUPLICATE, Optional.empty())));
    return application.hasOffer(OfferState.OFFERED)
        ? Stream.of(new OfferWithdrawn(application.id()), declined)
        : Stream.of(declined);
  }
}
