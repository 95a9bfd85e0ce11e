package dev.kanmin.gateway.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parts of which views are made, as they stand in JSON. */
public final class ViewParts {
  private ViewParts() {}

  /** A code with its label in the caller's language. */
  public record Labelled(String code, String label) {}

  /** Money of one kind: never added across currencies. */
  public record Sum(String kind, String amount, String currency) {}

  /**
   * What is not shown.
   *
   * @param reason stable code in kebab case
   */
  public record LeftOut(String reason, long count) {}

  /**
   * A part of the cell that no service feeds yet.
   *
   * @param leftOut always {@code not-yet-fed}
   */
  public record NotYetFed(String leftOut) {
    static final NotYetFed INSTANCE = new NotYetFed("not-yet-fed");
  }

  /**
   * Counts and money of a cell or sum.
   *
   * @param lastChange of anything in it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Totals(
      int missions, int activities, List<Sum> money, Optional<ChangeRef> lastChange) {}

  /**
   * When something changed.
   *
   * @param position in the feed
   */
  public record ChangeRef(String position, Instant at) {}

  /** A row as other parts of the view name it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Subject(String id, String kind, Optional<String> title) {}

  /** The latest change of a row. */
  public record Changed(Subject subject, String event, ChangeRef change) {}

  /**
   * Something that is to happen.
   *
   * @param date ISO 8601 day, at the place
   * @param what {@code mission-begins}, {@code mission-ends}, {@code deadline}, {@code step},
   *     {@code planned-start} or {@code planned-end}
   * @param at the moment, where one is set
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record NextDate(
      String date, String what, Optional<Labelled> step, Optional<Instant> at, Subject subject) {}

  /** A responsible agency, and its office where known. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ResponsibleView(
      Labelled agency,
      Optional<String> office,
      Optional<String> officeName,
      int missions,
      int activities) {}

  /**
   * An activity of the cell.
   *
   * @param money the cell's part of it
   * @param undivided whether money of it could not be divided, because percentages are missing
   * @param percentages of the country and of the field, where known
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ActivityView(
      String id,
      String iatiIdentifier,
      Optional<String> title,
      Labelled owner,
      Optional<Labelled> status,
      Optional<Labelled> scheme,
      Optional<Labelled> step,
      Map<String, String> percentages,
      List<Sum> money,
      boolean undivided,
      ChangeRef lastChange) {}

  /** A mission of the cell. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record MissionView(
      String id,
      Optional<String> title,
      Labelled kind,
      Labelled state,
      Optional<String> from,
      Optional<String> to,
      Optional<Instant> deadline,
      int applications,
      ChangeRef lastChange) {}

  /** A list of which only the first may be shown. */
  public record Shown<T>(List<T> items, List<LeftOut> leftOut) {
    /**
     * The first of them; the rest is counted, and not even made into what is shown: in a cell of
     * thousands that would be most of the work.
     */
    static <R, T> Shown<T> firstOf(List<R> all, int most, Function<R, T> shown) {
      return new Shown<>(
          all.stream().limit(most).map(shown).toList(),
          all.size() <= most
              ? List.of()
              : List.of(new LeftOut("beyond-the-first-" + most, (long) all.size() - most)));
    }
  }
}
