package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.HsCode;
import dev.kanmin.odalinkage.match.Assessment.Candidate;
import dev.kanmin.odalinkage.match.Assessment.Finding;
import dev.kanmin.odalinkage.match.Assessment.Line;
import dev.kanmin.odalinkage.match.CompanyOffer.Delivery;
import dev.kanmin.odalinkage.match.CompanyOffer.Product;
import dev.kanmin.odalinkage.match.CompanyOffer.Registration;
import dev.kanmin.odalinkage.match.CompanyOffer.RegistrationStatus;
import dev.kanmin.odalinkage.match.Matcher.Asked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Points of one offer that nothing speaks against, criterion by criterion. */
final class Scoring {
  private final Weights weights;
  private final Target.Wanted wanted;
  private final String target;
  private final CompanyOffer offer;
  private final List<Product> products;
  private final Asked asked;
  private final List<Field> common;

  /** Goods are named, and none of the products is of them. */
  private final boolean otherGoods;

  Scoring(Weights weights, Target target, CompanyOffer offer, List<Product> products, Asked asked) {
    this.weights = weights;
    this.wanted = target.wanted();
    this.target = target.id();
    this.offer = offer;
    List<Product> asFor = products.stream().filter(it -> isAskedFor(it, wanted)).toList();
    this.otherGoods = !wanted.hs().isEmpty() && asFor.isEmpty();
    this.products = asFor.isEmpty() ? products : asFor;
    this.asked = asked;
    List<Field> own =
        products.stream()
            .flatMap(product -> product.fields().stream())
            .distinct()
            .sorted()
            .toList();
    List<Field> shared = wanted.fields().stream().filter(own::contains).toList();
    this.common = shared.isEmpty() ? own : shared;
  }

  /** Where goods are named, the products that are such goods are what is offered. */
  private static boolean isAskedFor(Product product, Target.Wanted wanted) {
    return product.hs().stream()
        .anyMatch(own -> wanted.hs().stream().anyMatch(hs -> Goods.same(own, hs)));
  }

  /** In the country where it fits best; the first of equals. */
  Candidate best(Places places) {
    List<Line> first = List.of(field(), hs(), crs());
    List<Line> last = List.of(licences(), readiness(), capacity());
    Optional<CountryCode> best = Optional.empty();
    List<Line> bestLines = inNoCountry();
    int bestPoints = -1;
    for (CountryCode country : places.possible()) {
      List<Line> lines = List.of(country(country), registration(country), deliveries(country));
      int points = lines.stream().mapToInt(Line::points).sum();
      if (points > bestPoints) {
        best = Optional.of(country);
        bestLines = lines;
        bestPoints = points;
      }
    }
    List<Line> all =
        Stream.of(
                first.stream(),
                bestLines.stream().limit(2),
                last.stream(),
                bestLines.stream().skip(2))
            .flatMap(it -> it)
            .toList();
    return new Candidate(
        offer.company(), target, score(all), best, common.stream().findFirst(), all);
  }

  /** What does not apply is not held against anybody. */
  private static int score(List<Line> lines) {
    int points = lines.stream().filter(Line::applies).mapToInt(Line::points).sum();
    int most = lines.stream().filter(Line::applies).mapToInt(Line::weight).sum();
    return most == 0 ? 0 : Math.round(points * 100f / most);
  }

  private Line field() {
    if (wanted.fields().isEmpty()) {
      return notJudged(Criterion.FIELD, "field-any");
    }
    List<Field> shared = wanted.fields().stream().filter(common::contains).toList();
    if (shared.isEmpty()) {
      return line(Criterion.FIELD, "any", new Finding("field-any", codes(common)));
    }
    return shared.size() == wanted.fields().size()
        ? line(Criterion.FIELD, "in-common", new Finding("field-in-common", codes(shared)))
        : line(Criterion.FIELD, "partly", new Finding("field-partly", codes(shared)));
  }

  private Line hs() {
    if (wanted.hs().isEmpty()) {
      return notJudged(Criterion.HS, "hs-not-stated");
    }
    List<HsCode> own = products.stream().flatMap(product -> product.hs().stream()).toList();
    List<String> same = goods(hs -> own.stream().anyMatch(it -> Goods.same(it, hs)));
    if (!same.isEmpty()) {
      return line(Criterion.HS, "same", new Finding("hs-same", same));
    }
    List<String> heading = goods(hs -> own.stream().anyMatch(it -> Goods.sameHeading(it, hs)));
    return heading.isEmpty()
        ? line(Criterion.HS, "different", Finding.of("hs-different"))
        : line(Criterion.HS, "heading", new Finding("hs-same-heading", heading));
  }

  private List<String> goods(Predicate<HsCode> which) {
    return wanted.hs().stream().filter(which).map(HsCode::code).toList();
  }

  private Line crs() {
    if (wanted.crs().isEmpty()) {
      return notJudged(Criterion.CRS, "crs-not-stated");
    }
    List<CrsCode> served =
        common.stream().flatMap(field -> Fields.hints(field).crs().stream()).toList();
    Optional<CrsCode> same = wanted.crs().stream().filter(served::contains).findFirst();
    if (same.isPresent()) {
      return line(Criterion.CRS, "served", Finding.of("crs-served", same.get().code()));
    }
    Optional<CrsCode> category =
        wanted.crs().stream()
            .map(CrsCode::category)
            .filter(it -> served.stream().anyMatch(own -> own.category().equals(it)))
            .findFirst();
    return category
        .map(it -> line(Criterion.CRS, "category", Finding.of("crs-same-category", it.code())))
        .orElseGet(() -> line(Criterion.CRS, "not-served", Finding.of("crs-not-served")));
  }

  private List<Line> inNoCountry() {
    return List.of(
        notJudged(Criterion.COUNTRY, "country-not-stated"),
        notJudged(Criterion.REGISTRATION, "country-not-stated"),
        notJudged(Criterion.PAST_DELIVERY, "country-not-stated"));
  }

  private Line country(CountryCode country) {
    if (offer.targets().contains(country)) {
      return line(Criterion.COUNTRY, "targeted", Finding.of("country-targeted", country.code()));
    }
    if (isPresentIn(country)) {
      return line(Criterion.COUNTRY, "present", Finding.of("country-present", country.code()));
    }
    List<String> neighbours =
        offer.targets().stream()
            .filter(it -> Places.areNeighbours(it, country))
            .map(CountryCode::code)
            .sorted()
            .toList();
    return neighbours.isEmpty()
        ? line(Criterion.COUNTRY, "not-targeted", Finding.of("country-not-targeted"))
        : line(Criterion.COUNTRY, "neighbour", new Finding("country-neighbour", neighbours));
  }

  private boolean isPresentIn(CountryCode country) {
    return offer.deliveries().stream().anyMatch(it -> it.country().equals(country))
        || registrations(it -> it.country().equals(country), RegistrationStatus.REGISTERED)
            .findAny()
            .isPresent();
  }

  private Line registration(CountryCode country) {
    if (products.stream().allMatch(product -> Licences.isNoDevice(product, weights))) {
      return notJudged(Criterion.REGISTRATION, "not-a-device");
    }
    if (isThere(country, RegistrationStatus.REGISTERED) && otherGoods) {
      return line(
          Criterion.REGISTRATION,
          "other-goods",
          Finding.of("registered-other-goods", country.code()));
    }
    if (isThere(country, RegistrationStatus.REGISTERED)) {
      return line(Criterion.REGISTRATION, "registered", Finding.of("registered", country.code()));
    }
    if (isThere(country, RegistrationStatus.APPLIED)) {
      return line(
          Criterion.REGISTRATION, "applied", Finding.of("registration-applied", country.code()));
    }
    List<String> nearby =
        registrations(
                it -> Places.areNeighbours(it.country(), country), RegistrationStatus.REGISTERED)
            .map(it -> it.country().code())
            .distinct()
            .sorted()
            .toList();
    if (!nearby.isEmpty()) {
      return line(Criterion.REGISTRATION, "in-region", new Finding("registered-in-region", nearby));
    }
    return isThere(country, RegistrationStatus.EXPIRED)
        ? line(
            Criterion.REGISTRATION, "expired", Finding.of("registration-expired", country.code()))
        : line(Criterion.REGISTRATION, "not-registered", Finding.of("not-registered"));
  }

  private boolean isThere(CountryCode country, RegistrationStatus status) {
    return registrations(it -> it.country().equals(country), status).findAny().isPresent();
  }

  private Stream<Registration> registrations(
      Predicate<Registration> where, RegistrationStatus status) {
    return products.stream()
        .flatMap(product -> product.registrations().stream())
        .filter(it -> where.test(it) && it.on(asked.day()) == status);
  }

  private Line licences() {
    if (products.stream().allMatch(product -> Licences.isNoDevice(product, weights))) {
      return notJudged(Criterion.LICENCES, "not-a-device");
    }
    List<Finding> evidence = new ArrayList<>();
    int grade = Licences.grade(products, offer, weights.of(Criterion.LICENCES), asked, evidence);
    return line(Criterion.LICENCES, grade, evidence);
  }

  private Line readiness() {
    return offer
        .band()
        .map(band -> band.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .map(band -> line(Criterion.READINESS, band, Finding.of("readiness-band", band)))
        .orElseGet(() -> line(Criterion.READINESS, "unknown", Finding.of("readiness-unknown")));
  }

  private Line capacity() {
    return offer
        .capacity()
        .map(capacity -> capacity.name().toLowerCase(Locale.ROOT))
        .map(
            capacity -> line(Criterion.CAPACITY, capacity, Finding.of("capacity-stated", capacity)))
        .orElseGet(() -> line(Criterion.CAPACITY, "unknown", Finding.of("capacity-unknown")));
  }

  private Line deliveries(CountryCode country) {
    Line best = line(Criterion.PAST_DELIVERY, "nothing", Finding.of("nothing-delivered"));
    for (Delivery delivery : offer.deliveries()) {
      Line line = delivery(delivery, country);
      if (line.points() > best.points()) {
        best = line;
      }
    }
    return best;
  }

  private Line delivery(Delivery delivery, CountryCode country) {
    boolean isHere = delivery.country().equals(country);
    if (!common.contains(delivery.field())) {
      return isHere
          ? delivered("other-field", "delivered-other-field", delivery)
          : line(Criterion.PAST_DELIVERY, "nothing", Finding.of("nothing-delivered"));
    }
    if (isHere) {
      return delivered("here", "delivered-here", delivery);
    }
    return Places.areNeighbours(delivery.country(), country)
        ? delivered("in-region", "delivered-in-region", delivery)
        : delivered("elsewhere", "delivered-elsewhere", delivery);
  }

  private Line delivered(String grade, String found, Delivery delivery) {
    Weights.Weight weight = weights.of(Criterion.PAST_DELIVERY);
    String year = Integer.toString(delivery.year());
    List<Finding> evidence = new ArrayList<>();
    evidence.add(Finding.of(found, delivery.country().code(), delivery.field().code(), year));
    int percent = weight.grade(grade);
    if (delivery.year() < asked.day().getYear() - weights.yearsOfDelivery()) {
      evidence.add(Finding.of("delivered-long-ago", year));
      percent = percent * weight.grade("long-ago-percent") / 100;
    }
    return line(Criterion.PAST_DELIVERY, percent, evidence);
  }

  private Line line(Criterion criterion, String grade, Finding evidence) {
    return line(criterion, weights.of(criterion).grade(grade), List.of(evidence));
  }

  /**
   * @param percent of the weight
   */
  private Line line(Criterion criterion, int percent, List<Finding> evidence) {
    int weight = weights.of(criterion).weight();
    return new Line(criterion, weight, true, weight * percent, List.copyOf(evidence));
  }

  private Line notJudged(Criterion criterion, String why) {
    return new Line(criterion, weights.of(criterion).weight(), false, 0, List.of(Finding.of(why)));
  }

  private static List<String> codes(Collection<Field> fields) {
    return fields.stream().map(Field::code).toList();
  }
}
