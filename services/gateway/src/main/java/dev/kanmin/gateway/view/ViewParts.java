package dev.kanmin.gateway.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parts of which views are made, as they stand in JSON. */
public final class ViewParts {
  private ViewParts() {}

  /** A part that is kept with its JSON until its row changes. */
  interface Kept {}

  /** A code with its label in the caller's language. */
  public record Labelled(String code, String label) {}

  /**
   * A sum of figures of one kind in one unit: never added across units.
   *
   * @param what code of {@code figure-kinds}
   * @param amount exact decimal
   * @param unit ISO 4217 for money; absent for a plain count
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Sum(String what, String amount, Optional<String> unit) {}

  /**
   * What is not shown.
   *
   * @param reason stable code in kebab case
   */
  @Schema(name = "CellLeftOut")
  public record LeftOut(String reason, long count) {}

  /** How many subjects of one kind. */
  public record KindCount(String kind, int live, int ended) {}

  /**
   * Counts and figures of a cell or sum.
   *
   * @param money per kind and currency
   * @param figures whatever else adds up
   * @param overlapping how many subjects have money that is given to another field as well, as the
   *     percentages of their fields make more than 100
   */
  @Schema(name = "CellTotals")
  public record Totals(
      List<KindCount> kinds,
      List<Sum> money,
      List<Sum> figures,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int overlapping) {}

  /**
   * When something changed.
   *
   * @param position in the feed of the event that the card came with
   * @param at when the last event happened
   */
  public record ChangeRef(String position, Instant at) {}

  /** A subject as other parts of a view name it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record SubjectRef(String id, Labelled kind, Optional<String> title, Labelled state) {}

  /**
   * The latest change of a subject.
   *
   * @param event published name, {@code mission-opened}
   * @param by who acted
   * @param from the state before; absent for the first that is public
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Changed(
      SubjectRef subject, String event, ChangeRef change, Labelled by, Optional<Labelled> from)
      implements Kept {}

  /**
   * A date of a subject.
   *
   * @param date ISO 8601 day; of a moment, that in Japan
   * @param at the moment, where one is set
   * @param zone where the moment is read on the clock
   * @param overdue whether it was expected, and the day is past
   * @param detail what is to be reached then, such as a step
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record DateView(
      String date,
      Labelled what,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean overdue,
      Optional<Instant> at,
      Optional<String> zone,
      Optional<Labelled> detail) {}

  /** Something that is to happen, or should have happened. */
  public record NextDate(@JsonUnwrapped DateView date, SubjectRef subject) implements Kept {}

  /** A responsible agency in its role, and its office where known. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Party(
      Labelled agency, Optional<String> office, Optional<String> officeName, Labelled role) {}

  /** A responsible agency or office with what it has in a cell. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ResponsibleView(
      Labelled agency,
      Optional<String> office,
      Optional<String> officeName,
      List<KindCount> kinds) {}

  /**
   * What is to be done about a subject, by a rule of {@code to-do-rules}.
   *
   * @param severity {@code high}, {@code medium} or {@code low}
   * @param due since when, or by when
   * @param concerns whose it is
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ToDoView(
      Labelled rule,
      String severity,
      String due,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean overdue,
      SubjectRef subject,
      List<Party> concerns)
      implements Kept {}

  /**
   * The subjects of one kind in a cell.
   *
   * @param items live ones first, the latest change first
   */
  public record Section(String kind, String label, List<CardView> items, List<LeftOut> leftOut) {}

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
