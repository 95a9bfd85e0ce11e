package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** What cases are found by. */
final class CaseKeys {
  static final String STATE = "keys.state";
  static final String OPEN = "keys.open";
  static final String COMPANY = "keys.company";
  static final String PLACE = "keys.place";
  static final String COUNTRY = "keys.country";
  static final String FIELD = "keys.field";
  static final String AGENCIES = "keys.agencies";
  static final String TAGS = "keys.tags";
  static final String PROGRAMMES = "keys.programmes";
  static final String OPENED = "keys.opened";

  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-opening", OPENED, "_id"),
          StoreIndex.ascending("by-place", PLACE, OPENED, "_id"),
          StoreIndex.ascending("by-company", COMPANY, OPENED, "_id"),
          StoreIndex.ascending("by-country", COUNTRY, OPENED, "_id"),
          StoreIndex.ascending("by-field", FIELD, OPENED, "_id"),
          StoreIndex.ascending("by-agency", AGENCIES, OPENED, "_id"),
          StoreIndex.ascending("by-state", STATE, OPENED, "_id"));

  private CaseKeys() {}

  static Document of(Case one) {
    Case.Subject subject = one.subject();
    return new Document("state", one.state().code())
        .append("open", one.isOpen())
        .append("company", subject.companyId())
        .append("place", place(subject.companyId(), subject.cell()))
        .append("country", subject.cell().country().code())
        .append("field", subject.cell().field().code())
        .append("agencies", agencies(one))
        .append("tags", one.tags())
        .append("programmes", one.programmes())
        .append("opened", Date.from(one.stays().getFirst().since()));
  }

  /** What a company has one open case of. */
  static String place(String companyId, Cell cell) {
    return companyId + "/" + cell;
  }

  private static List<String> agencies(Case one) {
    return Stream.of(
            Stream.of(one.subject().owner()),
            one.attached().stream(),
            one.referrals().stream().flatMap(it -> it.to().agency().stream()))
        .flatMap(it -> it)
        .map(AgencyCode::code)
        .distinct()
        .toList();
  }
}
