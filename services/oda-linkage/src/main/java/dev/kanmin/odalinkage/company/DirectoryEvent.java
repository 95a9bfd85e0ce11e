package dev.kanmin.odalinkage.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is read of the directory's events: no names. Codes stay texts, as the directory may use ones
 * that are new to this service.
 */
final class DirectoryEvent {
  static final String SERVICE = "directory";
  static final String PROFILE_CHANGED = "dev.kanmin.directory.company-profile-changed.v1";
  static final String ERASED = "dev.kanmin.directory.company-erased.v1";
  static final String MERGED = "dev.kanmin.directory.companies-merged.v1";
  static final String CONSENT_CHANGED = "dev.kanmin.directory.consent-changed.v1";

  private DirectoryEvent() {}

  /**
   * All of a company that may be shared.
   *
   * @param revision rises by one
   * @param responsible agency that answers for the company in the directory
   */
  record ProfileChanged(
      String companyId,
      long revision,
      Optional<String> responsible,
      @JsonSetter(nulls = AS_EMPTY) List<Licence> licences,
      @JsonSetter(nulls = AS_EMPTY) List<Certificate> certificates,
      @JsonSetter(nulls = AS_EMPTY) List<Product> products,
      @JsonSetter(nulls = AS_EMPTY) List<String> targetCountries,
      Optional<String> capacity,
      @JsonSetter(nulls = AS_EMPTY) List<Delivery> deliveries) {}

  record Licence(String kind, Optional<LocalDate> validUntil) {}

  record Certificate(String standard, Optional<LocalDate> validUntil) {}

  record Product(
      String productId,
      @JsonSetter(nulls = AS_EMPTY) List<String> hs,
      Optional<String> deviceClass,
      @JsonSetter(nulls = AS_EMPTY) List<String> fields,
      @JsonSetter(nulls = AS_EMPTY) List<Registration> registrations) {}

  record Registration(String country, String status, Optional<LocalDate> expires) {}

  record Delivery(String country, String field, int year) {}

  record Erased(String companyId) {}

  /**
   * Two were one.
   *
   * @param into the one that stays
   */
  record Merged(String companyId, String into) {}

  record ConsentChanged(String companyId, @JsonSetter(nulls = AS_EMPTY) List<Grant> grants) {}

  record Grant(
      String agency,
      @JsonSetter(nulls = AS_EMPTY) List<String> purposes,
      Optional<LocalDate> until) {}
}
