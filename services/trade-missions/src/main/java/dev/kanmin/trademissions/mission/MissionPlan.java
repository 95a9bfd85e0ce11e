package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an agency plans a mission to be. A draft may lack most of it; what must be there by when is
 * told by {@link PlanChecks} and {@link MissionLifeCycle}.
 *
 * @param kind a code of the list {@code mission-kinds}
 * @param title short, in Japanese, English or both
 * @param countries the markets it is about (not Japan); when left empty, those of its stops. A
 *     buyer invitation to Osaka names the buyers' countries here
 * @param stops the itinerary, in order of time
 * @param coOrganisers agencies that hold it together with the organiser (共催) and may act for it
 * @param supporters agencies that lend it their name (後援): they see all of it and change nothing
 * @param office who is responsible, needed to announce
 * @param capacity places for companies, 1 … 1,000; needed to open, where the kind has places
 * @param booths of a pavilion, 1 … 1,000
 * @param deadline needed to open, where companies apply
 * @param offerReplyDays days an applicant has to reply to the offer of a place, 1 … 30; 7 unless
 *     said
 * @param fee per company; none when it is free or not decided
 * @param languages of work
 * @param agenda of a policy dialogue
 * @param invitees of an invitation: roles and organisations
 * @param references the mission in other systems
 * @param sample made up, for demonstrations
 */
public record MissionPlan(
    String kind,
    LocalizedText title,
    @JsonSetter(nulls = AS_EMPTY) List<CountryCode> countries,
    @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
    @JsonSetter(nulls = AS_EMPTY) List<Stop> stops,
    @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> coOrganisers,
    @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> supporters,
    Optional<Office> office,
    Optional<Integer> capacity,
    Optional<Integer> booths,
    Optional<Deadline> deadline,
    Optional<Integer> offerReplyDays,
    Optional<Money> fee,
    @JsonSetter(nulls = AS_EMPTY) List<Language> languages,
    @JsonSetter(nulls = AS_EMPTY) List<LocalizedText> agenda,
    @JsonSetter(nulls = AS_EMPTY) List<Invitee> invitees,
    @JsonSetter(nulls = AS_EMPTY) List<ExternalReference> references,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {
  static final CountryCode JAPAN = CountryCode.of("JP");

  /** Before anybody planned anything. */
  static final MissionPlan NONE =
      new MissionPlan(
          "",
          LocalizedText.of("なし", "None"),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false);

  /** The markets it is about: as stated, else the countries abroad of its stops. */
  List<CountryCode> markets() {
    return countries.isEmpty()
        ? stops.stream().map(Stop::country).filter(c -> !c.equals(JAPAN)).distinct().toList()
        : countries;
  }

  /** The cells it belongs to: each market with each field. */
  List<Cell> cells() {
    return markets().stream()
        .flatMap(country -> fields.stream().map(field -> new Cell(country, field)))
        .toList();
  }

  /** From the first day to the last; empty while there is no stop. */
  Optional<MissionPeriod> period() {
    return stops.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MissionPeriod(
                stops.getFirst().from(),
                stops.stream().map(Stop::to).max(Comparator.naturalOrder()).orElse(LocalDate.MAX)));
  }

  /** When its first day begins; empty while there is no stop. */
  Optional<Instant> begins() {
    return stops.isEmpty() ? Optional.empty() : Optional.of(stops.getFirst().begins());
  }

  /** The same plan at other times. */
  MissionPlan rescheduled(List<Stop> newStops, Optional<Deadline> newDeadline) {
    return new MissionPlan(
        kind,
        title,
        countries,
        fields,
        newStops,
        coOrganisers,
        supporters,
        office,
        capacity,
        booths,
        newDeadline,
        offerReplyDays,
        fee,
        languages,
        agenda,
        invitees,
        references,
        sample);
  }

  /** The same plan with what may be corrected once it is announced. */
  MissionPlan amended(
      LocalizedText newTitle,
      List<Field> newFields,
      List<Stop> newStops,
      Optional<Integer> newCapacity,
      Optional<Money> newFee) {
    return new MissionPlan(
        kind,
        newTitle,
        countries,
        newFields,
        newStops,
        coOrganisers,
        supporters,
        office,
        newCapacity,
        booths,
        deadline,
        offerReplyDays,
        newFee,
        languages,
        agenda,
        invitees,
        references,
        sample);
  }
}
