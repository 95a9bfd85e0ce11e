package dev.kanmin.gateway.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An activity of development co-operation as its latest event tells it.
 *
 * @param iatiIdentifier as its publisher gave it
 * @param owner code of the agency that answers for it
 * @param reportedBy organisation reference of the publisher
 * @param title language tag to text
 * @param status code of {@code activity-states}; empty when unknown
 * @param scheme of development co-operation; empty when none is set
 * @param step the last one reached; empty before the first
 * @param money totals of the whole activity
 */
public record ActivityRow(
    String subject,
    Change change,
    String iatiIdentifier,
    String owner,
    String reportedBy,
    Map<String, String> title,
    Optional<String> status,
    Optional<String> scheme,
    Optional<String> step,
    Optional<String> nextStep,
    Optional<LocalDate> nextDate,
    Optional<LocalDate> plannedStart,
    Optional<LocalDate> plannedEnd,
    List<Share> countries,
    List<Share> fields,
    MoneySums money)
    implements Row {

  static ActivityRow of(String subject, Activity activity, Change change) {
    return new ActivityRow(
        subject,
        change,
        activity.iatiIdentifier(),
        activity.owner(),
        activity.reportedBy(),
        activity.title(),
        activity.status(),
        activity.scheme(),
        activity.step(),
        activity.nextStep(),
        activity.nextDate(),
        activity.plannedStart(),
        activity.plannedEnd(),
        activity.countries(),
        activity.fields(),
        activity.money());
  }

  /**
   * The same row, made of the parts of an earlier one where they are equal: an event repeats the
   * whole activity and changes little of it, and what lives long already need not be replaced.
   */
  ActivityRow sharing(ActivityRow before) {
    return new ActivityRow(
        before.subject,
        change,
        shared(before.iatiIdentifier, iatiIdentifier),
        shared(before.owner, owner),
        shared(before.reportedBy, reportedBy),
        shared(before.title, title),
        shared(before.status, status),
        shared(before.scheme, scheme),
        shared(before.step, step),
        shared(before.nextStep, nextStep),
        shared(before.nextDate, nextDate),
        shared(before.plannedStart, plannedStart),
        shared(before.plannedEnd, plannedEnd),
        shared(before.countries, countries),
        shared(before.fields, fields),
        shared(before.money, money));
  }

  private static <T> T shared(T before, T now) {
    return before.equals(now) ? before : now;
  }

  @Override
  public List<String> countryCodes() {
    return countries.stream().map(Share::code).distinct().toList();
  }

  @Override
  public List<String> fieldCodes() {
    return fields.stream().map(Share::code).distinct().toList();
  }

  @Override
  public boolean isVisible() {
    return true;
  }

  @Override
  public boolean contributesLike(Row other) {
    return other instanceof ActivityRow activity
        && countries.equals(activity.countries)
        && fields.equals(activity.fields);
  }
}
