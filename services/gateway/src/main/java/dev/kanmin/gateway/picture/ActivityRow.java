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
   * The row after a later event, made of the parts of this one where they are equal: an event
   * repeats the whole activity and changes little of it, and what lives long already need not be
   * replaced.
   */
  ActivityRow then(Activity activity, Change later) {
    return new ActivityRow(
        subject,
        later,
        shared(iatiIdentifier, activity.iatiIdentifier()),
        shared(owner, activity.owner()),
        shared(reportedBy, activity.reportedBy()),
        shared(title, activity.title()),
        shared(status, activity.status()),
        shared(scheme, activity.scheme()),
        shared(step, activity.step()),
        shared(nextStep, activity.nextStep()),
        shared(nextDate, activity.nextDate()),
        shared(plannedStart, activity.plannedStart()),
        shared(plannedEnd, activity.plannedEnd()),
        shared(countries, activity.countries()),
        shared(fields, activity.fields()),
        shared(money, activity.money()));
  }

  @SuppressWarnings("ReferenceEquality") // mostly they are the same, and need not be looked at
  private static <T> T shared(T before, T now) {
    return before == now || before.equals(now) ? before : now;
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
