package dev.kanmin.gateway.picture;

import java.util.List;
import java.util.Optional;

/** What the picture knows of one subject: immutable, replaced by every event that concerns it. */
public sealed interface Row permits MissionRow, ActivityRow {
  /** Id of the mission or activity. */
  String subject();

  /** The latest event. */
  Change change();

  /** Codes of the countries it concerns, each once. */
  List<String> countryCodes();

  /** Codes of its fields, each once; none means {@code unclassified}. */
  List<String> fieldCodes();

  /** All of its money. */
  MoneySums money();

  /** Whether it may be shown and counted; a draft may not. */
  boolean isVisible();

  /** Whether both lead to the same {@link Contributions}, which then need not be computed anew. */
  boolean contributesLike(Row other);

  /**
   * The event that a row shows as its latest change.
   *
   * @param position of the event in the feed
   * @param millis when it happened, since 1970
   * @param event short name, {@code mission-announced}
   */
  record Change(long position, long millis, String event) {}

  /**
   * A responsible agency and, where known, its office.
   *
   * @param agency agency code
   * @param office code that the agency gives its office
   * @param officeName language tag to name
   */
  record Responsible(
      String agency, Optional<String> office, java.util.Map<String, String> officeName) {}
}
