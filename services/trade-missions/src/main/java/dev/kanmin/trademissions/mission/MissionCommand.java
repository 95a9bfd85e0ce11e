package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import java.util.List;
import java.util.Optional;

/**
 * All that can be asked of a mission. Who asks, and when, comes with the context; when it may be
 * asked stands in {@link MissionLifeCycle} and {@link ApplicationLifeCycle}.
 */
sealed interface MissionCommand {

  // ---- preparation

  record Draft(MissionPlan plan) implements MissionCommand {}

  record Revise(MissionPlan plan) implements MissionCommand {}

  /**
   * A mission that is over is entered afterwards.
   *
   * @param plan as it took place
   * @param participants companies that took part, if that is known
   * @param report on it, if there is one
   */
  record RecordPast(
      MissionPlan plan, Optional<Integer> participants, Optional<MissionReport> report)
      implements MissionCommand {}

  // ---- life cycle

  record Announce() implements MissionCommand {}

  record Open() implements MissionCommand {}

  record ExtendDeadline(Deadline deadline) implements MissionCommand {}

  record StartSelection() implements MissionCommand {}

  record FinishSelection() implements MissionCommand {}

  record Start() implements MissionCommand {}

  record GiveReport(MissionReport report) implements MissionCommand {}

  record Postpone(LocalizedText reason) implements MissionCommand {}

  /** Without stops or deadline the old ones stay, if they still can. */
  record Resume(@JsonSetter(nulls = AS_EMPTY) List<Stop> stops, Optional<Deadline> deadline)
      implements MissionCommand {}

  /** The same of a mission that is not postponed. */
  record Reschedule(@JsonSetter(nulls = AS_EMPTY) List<Stop> stops, Optional<Deadline> deadline)
      implements MissionCommand {}

  /**
   * What was announced is put right. What is left out stays; dates and deadline have verbs of their
   * own.
   *
   * @param venues of stops
   * @param reason for those who applied
   */
  record Amend(
      Optional<LocalizedText> title,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      @JsonSetter(nulls = AS_EMPTY) List<VenueOfStop> venues,
      Optional<Integer> capacity,
      Optional<Money> fee,
      Optional<LocalizedText> reason)
      implements MissionCommand {}

  /**
   * Where in its city a stop is.
   *
   * @param stop its number, 1 for the first
   */
  record VenueOfStop(int stop, String venue) {}

  record Cancel(LocalizedText reason) implements MissionCommand {}

  record Terminate(LocalizedText reason) implements MissionCommand {}

  // ---- applications

  /** The id is new. The company has a number, or an id that the directory has told of, or both. */
  record Apply(
      String application,
      Optional<String> companyId,
      Optional<CorporateNumber> company,
      ApplicationDetails details)
      implements MissionCommand {}

  /**
   * From a policy: a company that applied was found to be another one.
   *
   * @param from the id that it applied under
   * @param companyId the one that goes on
   * @param company its number, if the directory has told of one
   */
  record FollowCompany(String from, String companyId, Optional<CorporateNumber> company)
      implements MissionCommand {}

  /** Done to one application. */
  sealed interface ToApplication extends MissionCommand {
    String application();
  }

  record Select(String application) implements ToApplication {}

  record Waitlist(String application) implements ToApplication {}

  record Decline(String application, Declined because) implements ToApplication {}

  record Withdraw(String application) implements ToApplication {}

  // ---- offers of places that fell free

  record AcceptOffer(String application) implements ToApplication {}

  record DeclineOffer(String application) implements ToApplication {}

  /** From the service's own timer: offers whose time is over go to the next in line. */
  record LapseOffers() implements MissionCommand {}
}
