package dev.kanmin.directory.company;

import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.directory.name.NameKey;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.List;
import org.bson.Document;

/** What companies are found by. */
final class CompanyKeys {
  static final String STATE = "keys.state";
  static final String NUMBER = "keys.number";
  static final String PREFECTURE = "keys.prefecture";
  static final String OWNER = "keys.owner";
  static final String OFFICE = "keys.office";
  static final String COUNTRIES = "keys.countries";
  static final String FIELDS = "keys.fields";
  static final String SME = "keys.sme";

  /** Of everybody, for proposals of duplicates. */
  static final String NAME = "keys.name";

  /** Of those alone whose names all may see, for searches. */
  static final String PUBLIC_NAMES = "keys.publicNames";

  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-state", STATE, "_id"),
          new StoreIndex("by-number", new Document(NUMBER, 1), true),
          StoreIndex.ascending("by-prefecture", PREFECTURE, "_id"),
          StoreIndex.ascending("by-office", OWNER, OFFICE, "_id"),
          StoreIndex.ascending("by-country", COUNTRIES, "_id"),
          StoreIndex.ascending("by-field", FIELDS, "_id"),
          StoreIndex.ascending("by-name", NAME, "_id"));

  private CompanyKeys() {}

  static Document of(Company company) {
    Document keys =
        new Document("state", company.state().code()).append("owner", company.owner().code());
    company.profile().ifPresent(profile -> append(keys, company, profile));
    return keys;
  }

  private static void append(Document keys, Company company, CompanyProfile profile) {
    keys.append("countries", profile.countries().stream().map(CountryCode::code).toList())
        .append("fields", profile.fields().stream().map(Field::code).toList())
        .append("sme", company.sme().code())
        .append("name", NameKey.of(profile.names().ja()))
        .append(
            "publicNames",
            profile.publicNames().map(it -> it.texts().values()).orElse(List.of()).stream()
                .map(NameKey::of)
                .toList());
    profile
        .corporateNumber()
        .map(CorporateNumber::digits)
        .ifPresent(it -> keys.append("number", it));
    profile.prefecture().ifPresent(it -> keys.append("prefecture", it));
    profile.office().map(ResponsibleOffice::code).ifPresent(it -> keys.append("office", it));
  }
}
