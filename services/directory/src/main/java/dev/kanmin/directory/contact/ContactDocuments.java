package dev.kanmin.directory.contact;

import dev.kanmin.codes.AgencyCode;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;

/** Contact persons as they are stored. */
final class ContactDocuments {
  private ContactDocuments() {}

  static Document write(
      String id,
      long version,
      AgencyCode agency,
      ContactPerson person,
      Date createdAt,
      Date updatedAt) {
    Document document =
        new Document("_id", id)
            .append("version", version)
            .append("agency", agency.code())
            .append("about", person.about())
            .append("role", person.role().code())
            .append("name", person.name())
            .append("createdAt", createdAt)
            .append("updatedAt", updatedAt);
    person.kana().ifPresent(it -> document.append("kana", it));
    person.position().ifPresent(it -> document.append("position", it));
    person.email().ifPresent(it -> document.append("email", it));
    person.phone().ifPresent(it -> document.append("phone", it));
    return document;
  }

  static ContactView read(Document document) {
    return new ContactView(
        document.getString("_id"),
        document.getLong("version"),
        AgencyCode.of(document.getString("agency")),
        document.getString("about"),
        role(document.getString("role")),
        document.getString("name"),
        text(document, "kana"),
        text(document, "position"),
        text(document, "email"),
        text(document, "phone"),
        document.getDate("createdAt").toInstant(),
        document.getDate("updatedAt").toInstant());
  }

  private static ContactRole role(String code) {
    return ContactRole.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Optional<String> text(Document document, String part) {
    return Optional.ofNullable(document.getString(part));
  }
}
