package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a company offers, as far as it may be shared. No names.
 *
 * @param company id in the directory, {@code cmp_…}
 * @param formerIds of companies that were merged into it
 * @param targets markets it aims at
 * @param capacity whether it can supply abroad now, as it says itself
 * @param band of its latest readiness assessment
 * @param grants who may propose it; empty while it has not said
 */
public record CompanyOffer(
    String company,
    Set<String> formerIds,
    List<Licence> licences,
    List<Certificate> certificates,
    List<Product> products,
    Set<CountryCode> targets,
    Optional<Capacity> capacity,
    List<Delivery> deliveries,
    Optional<Band> band,
    Optional<List<Grant>> grants) {

  public CompanyOffer {
    formerIds = Set.copyOf(formerIds);
    licences = List.copyOf(licences);
    certificates = List.copyOf(certificates);
    products = List.copyOf(products);
    targets = Set.copyOf(targets);
    deliveries = List.copyOf(deliveries);
    grants = grants.map(List::copyOf);
  }

  /** Whether the company, or one that was merged into it, is among these. */
  public boolean isAmong(Collection<String> companies) {
    return companies.contains(company) || formerIds.stream().anyMatch(companies::contains);
  }

  /** The fields of its products, each once. */
  public Stream<Field> fields() {
    return products.stream().flatMap(product -> product.fields().stream()).distinct();
  }

  /** A company that has not said who may propose it may be proposed on what its profile shares. */
  public boolean mayBeProposedBy(AgencyCode agency, LocalDate day) {
    return grants
        .map(all -> all.stream().anyMatch(it -> it.agency().equals(agency) && it.holdsOn(day)))
        .orElse(true);
  }

  /**
   * A business licence under Japan's PMD Act.
   *
   * @param validUntil last day; absent where none is stated
   */
  public record Licence(LicenceKind kind, Optional<LocalDate> validUntil) {
    boolean holdsOn(LocalDate day) {
      return validUntil.map(last -> !last.isBefore(day)).orElse(true);
    }
  }

  /**
   * A certificate, such as {@code ISO 13485}.
   *
   * @param validUntil last day; absent where none is stated
   */
  public record Certificate(String standard, Optional<LocalDate> validUntil) {
    boolean holdsOn(LocalDate day) {
      return validUntil.map(last -> !last.isBefore(day)).orElse(true);
    }
  }

  /**
   * A product.
   *
   * @param deviceClass 1 to 4 (I to IV) under the PMD Act; absent when none is stated
   */
  public record Product(
      String id,
      List<HsCode> hs,
      Optional<Integer> deviceClass,
      Set<Field> fields,
      List<Registration> registrations) {
    public Product {
      hs = List.copyOf(hs);
      fields = Set.copyOf(fields);
      registrations = List.copyOf(registrations);
    }
  }

  /**
   * What a country's authority says of a product.
   *
   * @param expires last day of a registration, where it has one
   */
  public record Registration(
      CountryCode country, RegistrationStatus status, Optional<LocalDate> expires) {
    RegistrationStatus on(LocalDate day) {
      boolean over = expires.map(last -> last.isBefore(day)).orElse(false);
      return status == RegistrationStatus.REGISTERED && over ? RegistrationStatus.EXPIRED : status;
    }
  }

  /** A past delivery abroad. */
  public record Delivery(CountryCode country, Field field, int year) {}

  /**
   * Leave of the company for an agency to propose it.
   *
   * @param until last day; absent where it has none
   */
  public record Grant(AgencyCode agency, Optional<LocalDate> until) {
    boolean holdsOn(LocalDate day) {
      return until.map(last -> !last.isBefore(day)).orElse(true);
    }
  }

  /**
   * Marketing authorisation (製造販売業許可) of a type covers classes of devices: type 1 all of them, type
   * 2 I and II, type 3 I. A registered manufacturer (製造業登録) may export what it makes.
   */
  public enum LicenceKind {
    MARKETING_AUTHORISATION_1(4),
    MARKETING_AUTHORISATION_2(2),
    MARKETING_AUTHORISATION_3(1),
    MANUFACTURER_REGISTRATION(0);

    private final int highestClass;

    LicenceKind(int highestClass) {
      this.highestClass = highestClass;
    }

    /** Highest class of device that may be put on the market under it; 0: none. */
    int highestClass() {
      return highestClass;
    }
  }

  /** Where a registration stands. */
  public enum RegistrationStatus {
    REGISTERED,
    APPLIED,
    EXPIRED,
    REFUSED
  }

  /** Whether a company can supply abroad now. */
  public enum Capacity {
    NONE,
    LIMITED,
    READY
  }

  /** Readiness band (海外展開準備度). */
  public enum Band {
    NOT_READY,
    PREPARING,
    NEARLY_READY,
    READY
  }
}
