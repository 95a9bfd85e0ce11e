package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.StoreIndex;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** What missions are found by. */
final class MissionKeys {
  static final String STATE = "keys.state";
  static final String KIND = "keys.kind";
  static final String ANNOUNCED = "keys.announced";
  static final String AGENCIES = "keys.agencies";
  static final String COUNTRIES = "keys.countries";
  static final String FIELDS = "keys.fields";
  static final String FROM = "keys.from";
  static final String TO = "keys.to";
  static final String MONTHS = "keys.months";
  static final String APPLICANTS = "keys.applicants";
  static final String OFFER_ENDS = "keys.offerEnds";

  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-date", FROM, "_id"),
          StoreIndex.ascending("by-month-and-date", MONTHS, FROM, "_id", TO),
          StoreIndex.ascending("by-country-and-date", COUNTRIES, FROM, "_id"),
          StoreIndex.ascending("by-field-and-date", FIELDS, FROM, "_id"),
          StoreIndex.ascending("by-agency-and-date", AGENCIES, FROM, "_id"),
          StoreIndex.ascending("by-state-and-date", STATE, FROM, "_id"),
          StoreIndex.ascending("hidden", ANNOUNCED, AGENCIES),
          StoreIndex.ascending("by-applicant", APPLICANTS, "_id"),
          new StoreIndex("offer-ends", new Document(OFFER_ENDS, 1), true));

  private MissionKeys() {}

  static Document of(Mission mission) {
    MissionPlan plan = mission.plan();
    Document keys =
        new Document("state", mission.state().code())
            .append("kind", plan.kind())
            .append("announced", mission.announced())
            .append("agencies", mission.agencies().stream().map(AgencyCode::code).toList())
            .append("countries", plan.markets().stream().map(CountryCode::code).toList())
            .append("fields", plan.fields().stream().map(Field::code).toList())
            .append("applicants", applicants(mission));
    plan.period()
        .ifPresent(
            period ->
                keys.append("from", date(period.from()))
                    .append("to", date(period.to()))
                    .append("months", MonthsUnderway.of(period)));
    mission.nextOfferEnds().ifPresent(ends -> keys.append("offerEnds", Date.from(ends)));
    return keys;
  }

  /**
   * How a company that one agency submitted is found by that agency.
   *
   * @param company its corporate number, or its id
   */
  static String applicant(String company, AgencyCode submittedBy) {
    return company + "/" + submittedBy;
  }

  /** Calendar days are compared as midnight in UTC. */
  static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static List<String> applicants(Mission mission) {
    return mission.applications().stream()
        .flatMap(
            it ->
                Stream.concat(
                        it.company().map(CorporateNumber::digits).stream(), it.companyId().stream())
                    .flatMap(key -> Stream.of(key, applicant(key, it.submittedBy()))))
        .distinct()
        .toList();
  }
}
