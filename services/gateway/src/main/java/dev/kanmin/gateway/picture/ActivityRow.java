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
        && fields.equals(activity.fields)
        && money.equals(activity.money);
  }
}
