package dev.kanmin.gateway.rule;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Link;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.rule.Rule.DateCondition;
import dev.kanmin.gateway.rule.Rule.FacetCondition;
import dev.kanmin.gateway.rule.Rule.LinkCondition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules say of subjects on a day. */
public final class ToDos {
  /** Where "today" is decided: the officers' desk. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final RuleBook book;
  private final List<Rule> gaps;
  private final Picture picture;

  public ToDos(RuleBook book, Picture picture) {
    this.book = book;
    this.gaps = book.rules().stream().filter(Rule::gap).toList();
    this.picture = picture;
  }

  /**
   * Something to do.
   *
   * @param due the day that has passed or is near; else since when it is so
   */
  public record ToDo(Rule rule, Row row, LocalDate due) {
    /** Whether a day that was set has passed. */
    public boolean isOverdue(LocalDate today) {
      return rule.date().isPresent() && due.isBefore(today);
    }
  }

  /** What is to be done about a subject, in the order of the rules; of one that ended, nothing. */
  public List<ToDo> of(Row row, LocalDate today) {
    return of(book.rules(), row, today);
  }

  /** Of that what a cell shows as its gaps. */
  public List<ToDo> gaps(Row row, LocalDate today) {
    return of(gaps, row, today);
  }

  private List<ToDo> of(List<Rule> rules, Row row, LocalDate today) {
    if (row.ended()) {
      return List.of();
    }
    List<ToDo> found = new ArrayList<>();
    for (Rule rule : rules) {
      due(rule, row, today).ifPresent(due -> found.add(new ToDo(rule, row, due)));
    }
    return found;
  }

  /** Since or by when the rule holds; empty if it does not. */
  private Optional<LocalDate> due(Rule rule, Row row, LocalDate today) {
    if (!isAnyOf(rule.kinds(), row.card().kind())
        || !isAnyOf(rule.states(), row.card().state())
        || (rule.unclassified() && !row.card().fields().isEmpty())
        || (rule.facet().isPresent() && !has(row, rule.facet().get()))
        || (rule.withoutLink().isPresent() && isLinked(row, rule.withoutLink().get()))) {
      return Optional.empty();
    }
    if (rule.date().isPresent()) {
      return date(row, rule.date().get(), today);
    }
    LocalDate changed = day(row.last().at());
    return rule.unchangedDays().isEmpty()
        ? Optional.of(changed)
        : Optional.of(changed.plusDays(rule.unchangedDays().get()))
            .filter(due -> !due.isAfter(today));
  }

  private static boolean isAnyOf(Set<String> wanted, String code) {
    return wanted.isEmpty() || wanted.contains(code);
  }

  private static boolean has(Row row, FacetCondition wanted) {
    return row.card().facets().getOrDefault(wanted.list(), List.of()).stream()
        .anyMatch(
            code ->
                isAnyOf(wanted.codes(), code)
                    && wanted
                        .having()
                        .map(attribute -> hasAttribute(wanted.list(), code, attribute))
                        .orElse(true));
  }

  private static boolean hasAttribute(String list, String code, String attribute) {
    Optional<CodeEntry> entry = CardCodes.entry(list, code);
    return entry.isPresent() && entry.get().flag(attribute);
  }

  /** The first of those dates that is so. */
  private static Optional<LocalDate> date(Row row, DateCondition wanted, LocalDate today) {
    return row.card().dates().stream()
        .filter(date -> date.what().equals(wanted.what()))
        .map(ToDos::day)
        .filter(
            day ->
                wanted
                    .withinDays()
                    .map(days -> !day.isBefore(today) && !day.isAfter(today.plusDays(days)))
                    .orElse(day.isBefore(today)))
        .min(LocalDate::compareTo);
  }

  private boolean isLinked(Row row, LinkCondition missed) {
    return missed.incoming()
        ? picture
            .pointingTo(row.subject())
            .filter(other -> isAnyOf(missed.kinds(), other.card().kind()))
            .filter(other -> !missed.live() || !other.ended())
            .flatMap(other -> other.card().links().stream())
            .anyMatch(link -> link.to().equals(row.subject()) && isAnyOf(missed.rels(), link.rel()))
        : row.card().links().stream()
            .anyMatch(link -> isAnyOf(missed.rels(), link.rel()) && leads(link, missed));
  }

  private boolean leads(Link link, LinkCondition missed) {
    return (missed.kinds().isEmpty() && !missed.live())
        || picture
            .subject(link.to())
            .flatMap(Subject::row)
            .filter(other -> isAnyOf(missed.kinds(), other.card().kind()))
            .filter(other -> !missed.live() || !other.ended())
            .isPresent();
  }

  /** The day of a date; of a moment, that at the officers' desk. */
  public static LocalDate day(Due due) {
    return due.on().orElseGet(() -> day(due.at().orElseThrow()));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }
}
