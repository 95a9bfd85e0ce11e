package dev.kanmin.marketintelligence.tender;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kanmin.codes.CountryCode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A procurement notice as the World Bank's API gives it. Its {@code submission_date} and {@code
 * noticedate} say when it was published, never until when offers are taken; amounts it has none.
 */
record WorldBankNotice(
    String id,
    @JsonProperty("notice_type") Optional<String> type,
    @JsonProperty("notice_status") Optional<String> status,
    @JsonProperty("notice_lang_name") Optional<String> language,
    @JsonProperty("submission_deadline_date") Optional<String> deadlineDate,
    @JsonProperty("submission_deadline_time") Optional<String> deadlineTime,
    @JsonProperty("project_ctry_code") Optional<String> countryCode,
    @JsonProperty("project_ctry_name") Optional<String> countryName,
    @JsonProperty("project_id") Optional<String> project,
    @JsonProperty("project_name") Optional<String> projectName,
    @JsonProperty("bid_reference_no") Optional<String> bidReference,
    @JsonProperty("bid_description") Optional<String> description,
    @JsonProperty("procurement_method_name") Optional<String> method) {

  private static final int DAY_LENGTH = 10;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  /** An award tells what was bought, and is no tender. */
  boolean isAward() {
    return type.map(it -> it.toLowerCase(Locale.ROOT).contains("award")).orElse(false);
  }

  /** A general notice says what will be asked for later. */
  boolean isPlan() {
    return type.map(it -> it.toLowerCase(Locale.ROOT).contains("general procurement"))
        .orElse(false);
  }

  boolean isCancelled() {
    return status.map(it -> it.toLowerCase(Locale.ROOT).contains("cancel")).orElse(false);
  }

  Optional<CountryCode> country() {
    return countryCode
        .map(it -> it.toUpperCase(Locale.ROOT))
        .flatMap(CountryCode::find)
        .or(() -> countryName.flatMap(CountryFinder::named));
  }

  /** The day is given as midnight; the hour, where there is one, is that of the buyer's country. */
  Optional<Closes> closes() {
    Optional<LocalDate> day =
        deadlineDate.filter(it -> it.length() >= DAY_LENGTH).flatMap(WorldBankNotice::day);
    var zone = country().flatMap(Zones::of);
    var time = deadlineTime.flatMap(WorldBankNotice::time);
    return day.map(
        it ->
            time.isPresent() && zone.isPresent()
                ? Closes.at(it.atTime(time.get()).atZone(zone.get()).toInstant(), zone.get())
                : Closes.on(it, zone));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, DAY_LENGTH)));
    } catch (DateTimeParseException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text.strip(), TIME));
    } catch (DateTimeParseException unknown) {
      return Optional.empty();
    }
  }
}
