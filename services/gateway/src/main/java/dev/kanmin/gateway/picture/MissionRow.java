package dev.kanmin.gateway.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mission as its events tell it.
 *
 * @param state code of {@code mission-states}
 * @param kind code of {@code mission-kinds}; empty for a draft
 * @param title language tag to text
 * @param from first day, at the place
 * @param to last day, at the place
 * @param deadline until when companies can apply
 * @param responsible the organiser with its office, then the supporting agencies
 * @param applications how many companies applied, ever
 */
public record MissionRow(
    String subject,
    Change change,
    String state,
    String kind,
    Map<String, String> title,
    List<String> countryCodes,
    List<String> fieldCodes,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Instant> deadline,
    List<Responsible> responsible,
    int applications)
    implements Row {
  static final String DRAFT = "draft";

  /** A mission of which only the existence is known. */
  static MissionRow draft(String subject, Change change) {
    return new MissionRow(
        subject,
        change,
        DRAFT,
        "",
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0);
  }

  @Override
  public boolean isVisible() {
    return !kind.isEmpty();
  }

  /** None: a mission is no money of development co-operation. */
  @Override
  public MoneySums money() {
    return MoneySums.NONE;
  }

  @Override
  public boolean contributesLike(Row other) {
    return other instanceof MissionRow mission
        && isVisible() == mission.isVisible()
        && countryCodes.equals(mission.countryCodes)
        && fieldCodes.equals(mission.fieldCodes);
  }

  MissionRow at(Change later) {
    return new MissionRow(
        subject,
        later,
        state,
        kind,
        title,
        countryCodes,
        fieldCodes,
        from,
        to,
        deadline,
        responsible,
        applications);
  }

  MissionRow in(String newState) {
    return new MissionRow(
        subject,
        change,
        newState,
        kind,
        title,
        countryCodes,
        fieldCodes,
        from,
        to,
        deadline,
        responsible,
        applications);
  }

  MissionRow until(Optional<Instant> newDeadline) {
    return new MissionRow(
        subject,
        change,
        state,
        kind,
        title,
        countryCodes,
        fieldCodes,
        from,
        to,
        newDeadline,
        responsible,
        applications);
  }

  MissionRow during(Optional<LocalDate> first, Optional<LocalDate> last) {
    return new MissionRow(
        subject,
        change,
        state,
        kind,
        title,
        countryCodes,
        fieldCodes,
        first,
        last,
        deadline,
        responsible,
        applications);
  }

  MissionRow withOneMoreApplication() {
    return new MissionRow(
        subject,
        change,
        state,
        kind,
        title,
        countryCodes,
        fieldCodes,
        from,
        to,
        deadline,
        responsible,
        applications + 1);
  }
}
