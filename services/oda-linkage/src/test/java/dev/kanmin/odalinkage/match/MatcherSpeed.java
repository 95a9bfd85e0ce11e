package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Country;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.HsCode;
import dev.kanmin.odalinkage.match.CompanyOffer.*;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How long the matcher takes, to be run by hand (README): all of 1,000 companies for 500 needs by
 * the index and without it, one need, and one company that has changed, in processor time of one
 * thread. No test: what it prints depends on the machine.
 */
final class MatcherSpeed {
  private static final int COMPANIES = 1_000;
  private static final int NEEDS = 500;
  private static final int ROUNDS = 7;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
  private static final Matcher.Asked ASKED =
      new Matcher.Asked(AgencyCode.of("jica"), DAY, Set.of());

  private final Random random = new Random(4711);
  private final Matcher matcher = new Matcher(Weights.current());
  private final List<CountryCode> countries = Countries.all().stream().map(Country::code).toList();
  private final List<Field> fields =
      Fields.all().stream().filter(it -> !it.equals(Field.CROSS_FIELD)).toList();
  private final OfferIndex index = new OfferIndex();
  private final List<Target> needs = new ArrayList<>();

  private MatcherSpeed() {
    IntStream.range(0, COMPANIES).forEach(i -> index.put(offer("cmp_" + i)));
    IntStream.range(0, NEEDS).forEach(i -> needs.add(need("need_" + i)));
  }

  public static void main(String[] arguments) {
    new MatcherSpeed().run();
  }

  private void run() {
    for (int round = 1; round <= ROUNDS; round++) {
      long began = now();
      long byIndex = needs.stream().mapToLong(this::byIndex).sum();
      double indexed = seconds(began);
      began = now();
      long byAll = needs.stream().mapToLong(this::naively).sum();
      double naive = seconds(began);
      began = now();
      needs.stream().limit(100).forEach(this::byIndex);
      double oneNeed = seconds(began) * 10;
      began = now();
      for (int i = 0; i < 100; i++) {
        CompanyOffer changed = offer("cmp_" + i);
        index.put(changed);
        changedCompany(changed);
      }
      double oneCompany = seconds(began) * 10;
      if (byIndex != byAll) {
        throw new IllegalStateException(
            byIndex + " candidates by the index, " + byAll + " without");
      }
      System.out.printf(
          Locale.ROOT,
          "round %d: %,d pairs, %,d candidates, processor time %.2f s by the index, %.2f s without (%.1f times);"
              + " one need %.2f ms, one changed company %.2f ms%n",
          round,
          (long) COMPANIES * NEEDS,
          byIndex,
          indexed,
          naive,
          naive / indexed,
          oneNeed,
          oneCompany);
    }
  }

  /** Ranked candidates, and why not of everybody else. */
  private long byIndex(Target need) {
    long candidates = matcher.rank(need, index.worthJudging(need), ASKED).size();
    index.outside(need).map(company -> Matcher.outsideItsFields(need, company)).forEach(it -> {});
    return candidates;
  }

  private long naively(Target need) {
    return matcher.rank(need, index.all(), ASKED).size();
  }

  private void changedCompany(CompanyOffer offer) {
    List<Field> own = offer.fields().toList();
    Matcher.candidates(
        needs.stream()
            .filter(need -> need.wanted().fields().stream().anyMatch(own::contains))
            .map(need -> matcher.assess(need, offer, ASKED)));
  }

  private CompanyOffer offer(String id) {
    Field field = any(fields);
    return new CompanyOffer(
        id,
        Set.of(),
        random.nextInt(10) == 0
            ? List.of()
            : List.of(new Licence(any(List.of(LicenceKind.values())), Optional.empty())),
        List.of(new Certificate("ISO 13485:2016", Optional.of(DAY.plusDays(random.nextInt(400))))),
        IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> product(field)).toList(),
        Set.copyOf(IntStream.range(0, 4).mapToObj(_ -> any(countries)).distinct().toList()),
        Optional.of(any(List.of(Capacity.values()))),
        IntStream.range(0, 5)
            .mapToObj(_ -> new Delivery(any(countries), field, 2010 + random.nextInt(16)))
            .toList(),
        Optional.of(any(List.of(Band.values()))),
        Optional.empty());
  }

  private Product product(Field field) {
    List<HsCode> hs = Fields.hints(field).hs();
    return new Product(
        "prd",
        hs.isEmpty() ? List.of() : List.of(any(hs)),
        Optional.of(1 + random.nextInt(4)),
        random.nextInt(5) == 0
            ? Set.copyOf(List.of(field, any(fields)).stream().distinct().toList())
            : Set.of(field),
        IntStream.range(0, 6)
            .mapToObj(
                _ ->
                    new Registration(
                        any(countries),
                        any(List.of(RegistrationStatus.values())),
                        Optional.of(DAY.plusDays(random.nextInt(2_000) - 300))))
            .toList());
  }

  private Target need(String id) {
    Field field = any(fields);
    List<HsCode> hs = Fields.hints(field).hs();
    List<CrsCode> crs = Fields.hints(field).crs();
    return new Target.OfNeed(
        id,
        new Target.Wanted(
            List.of(any(countries)),
            List.of(field),
            hs.isEmpty() ? List.of() : List.of(any(hs)),
            crs.isEmpty() ? List.of() : List.of(any(crs))));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Processor time of this one thread: the machine may have other things to do. */
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double seconds(long began) {
    return (now() - began) / 1e9;
  }
}
