package dev.kanmin.odalinkage.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import dev.kanmin.odalinkage.match.Assessment.Candidate;
import dev.kanmin.odalinkage.match.Assessment.Finding;
import dev.kanmin.odalinkage.match.Assessment.LeftOut;
import dev.kanmin.odalinkage.match.Assessment.Line;
import dev.kanmin.odalinkage.match.CompanyOffer.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the matcher says of one company and one target, and how it explains itself. */
class MatcherTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
  private static final CountryCode VN = CountryCode.of("VN");
  private static final CountryCode TH = CountryCode.of("TH");
  private static final Field ENDOSCOPY = Field.of("endoscopy");
  private static final Optional<LocalDate> EVER = Optional.empty();
  private static final Matcher.Asked ASKED =
      new Matcher.Asked(AgencyCode.of("jica"), DAY, Set.of());

  private final Matcher matcher = new Matcher(Weights.current());
  private final Target need = need(List.of(VN), "901890");

  @Test
  void each_criterion_shows_weight_evidence_and_points_that_add_up_to_the_score() {
    Candidate candidate = candidate(perfect());
    assertThat(candidate.lines()).extracting(Line::criterion).containsExactly(Criterion.values());
    assertThat(candidate.lines()).allSatisfy(line -> assertThat(line.evidence()).isNotEmpty());
    assertThat(candidate.lines())
        .allSatisfy(line -> assertThat(line.points()).isBetween(0, line.weight() * 100));
    assertThat(candidate.score()).isEqualTo(10_000);
    assertThat(candidate.country()).contains(VN);
    assertThat(candidate.field()).contains(ENDOSCOPY);
  }

  @Test
  void what_the_target_does_not_state_is_held_against_nobody() {
    Target bare =
        new Target.OfNeed(
            "need_x", new Target.Wanted(List.of(VN), List.of(ENDOSCOPY), List.of(), List.of()));
    Candidate candidate = (Candidate) matcher.assess(bare, perfect(), ASKED);
    assertThat(line(candidate, Criterion.HS).applies()).isFalse();
    assertThat(line(candidate, Criterion.CRS).applies()).isFalse();
    assertThat(candidate.score()).isEqualTo(10_000);
  }

  @Test
  void a_multi_country_activity_is_judged_where_the_company_fits_best() {
    Candidate candidate =
        (Candidate) matcher.assess(need(List.of(TH, VN), "901890"), perfect(), ASKED);
    assertThat(candidate.country()).contains(VN);
  }

  @Test
  void every_reason_against_a_company_is_told() {
    CompanyOffer none =
        offer(
            List.of(
                new Licence(LicenceKind.MARKETING_AUTHORISATION_2, Optional.of(DAY.minusDays(1)))),
            List.of(product("901890", 2, RegistrationStatus.REFUSED)),
            Optional.of(Capacity.NONE),
            Optional.of(List.of(new Grant(AgencyCode.of("mej"), EVER))));
    var asked = new Matcher.Asked(AgencyCode.of("jica"), DAY, Set.of("cmp_old"));
    LeftOut out = (LeftOut) matcher.assess(need, none, asked);
    assertThat(out.reasons())
        .extracting(Finding::code)
        .containsExactly(
            "no-licence", "registration-refused", "no-capacity", "rejected-before", "no-consent");
  }

  @Test
  void a_licence_holds_on_its_last_day_and_must_cover_the_class() {
    assertThat(assess(licensed(LicenceKind.MARKETING_AUTHORISATION_2, DAY), 2))
        .isInstanceOf(Candidate.class);
    assertThat(assess(licensed(LicenceKind.MARKETING_AUTHORISATION_2, DAY), 3))
        .isInstanceOf(LeftOut.class);
    assertThat(assess(licensed(LicenceKind.MARKETING_AUTHORISATION_3, DAY), 1))
        .isInstanceOf(Candidate.class);
    assertThat(assess(licensed(LicenceKind.MARKETING_AUTHORISATION_3, DAY), 2))
        .isInstanceOf(LeftOut.class);
    assertThat(assess(licensed(LicenceKind.MANUFACTURER_REGISTRATION, DAY), 4))
        .isInstanceOf(Candidate.class);
    assertThat(assess(licensed(LicenceKind.MARKETING_AUTHORISATION_1, DAY.minusDays(1)), 1))
        .isInstanceOf(LeftOut.class);
  }

  @Test
  void a_registration_counts_less_when_it_ran_out_or_is_of_other_goods() {
    assertThat(found(registered(RegistrationStatus.REGISTERED, DAY), "901890"))
        .isEqualTo("registered");
    assertThat(found(registered(RegistrationStatus.REGISTERED, DAY.minusDays(1)), "901890"))
        .isEqualTo("registration-expired");
    assertThat(found(registered(RegistrationStatus.APPLIED, DAY), "901890"))
        .isEqualTo("registration-applied");
    assertThat(found(registered(RegistrationStatus.REGISTERED, DAY), "902212"))
        .isEqualTo("registered-other-goods");
  }

  @Test
  void equal_scores_stand_in_the_order_of_their_ids() {
    CompanyOffer one = perfect();
    assertThat(matcher.rank(need, List.of(renamed(one, "cmp_b"), renamed(one, "cmp_a")), ASKED))
        .extracting(Candidate::company)
        .containsExactly("cmp_a", "cmp_b");
  }

  @Test
  void every_version_of_the_weights_gives_reason_and_source_and_every_finding_has_its_words() {
    assertThat(Weights.versions()).isNotEmpty();
    for (Weights weights : Weights.versions()) {
      weights
          .criteria()
          .values()
          .forEach(
              weight -> {
                assertThat(weight.reason()).isNotBlank();
                assertThat(weight.source()).isNotBlank();
              });
    }
    assertThat(CodeLists.list("match-criteria").currentCodes())
        .containsExactlyElementsOf(Stream.of(Criterion.values()).map(Criterion::code).toList());
  }

  @Test
  void only_offers_of_the_targets_fields_are_judged_and_a_changed_one_stands_where_it_belongs() {
    OfferIndex index = new OfferIndex();
    for (int i = 0; i < 100; i++) {
      index.put(renamed(perfect(), "cmp_other" + i, Field.of("care-systems")));
    }
    index.put(renamed(perfect(), "cmp_a", ENDOSCOPY));
    assertThat(index.worthJudging(need)).extracting(CompanyOffer::company).containsExactly("cmp_a");
    assertThat(index.outside(need)).hasSize(100).doesNotContain("cmp_a");

    index.put(renamed(perfect(), "cmp_a", Field.of("care-systems")));
    assertThat(index.worthJudging(need)).isEmpty();
    index.put(renamed(perfect(), "cmp_other7", ENDOSCOPY));
    index.remove("cmp_other8");
    assertThat(index.worthJudging(need))
        .extracting(CompanyOffer::company)
        .containsExactly("cmp_other7");
    assertThat(index.all()).hasSize(100);
  }

  private Candidate candidate(CompanyOffer offer) {
    return (Candidate) matcher.assess(need, offer, ASKED);
  }

  private Assessment assess(Licence licence, int deviceClass) {
    return matcher.assess(
        need,
        offer(
            List.of(licence),
            List.of(product("901890", deviceClass, RegistrationStatus.REGISTERED)),
            Optional.empty(),
            Optional.empty()),
        ASKED);
  }

  private String found(Product product, String goods) {
    CompanyOffer offer =
        offer(
            List.of(new Licence(LicenceKind.MARKETING_AUTHORISATION_1, EVER)),
            List.of(product),
            Optional.empty(),
            Optional.empty());
    Candidate candidate = (Candidate) matcher.assess(need(List.of(VN), goods), offer, ASKED);
    return line(candidate, Criterion.REGISTRATION).evidence().getFirst().code();
  }

  private static Product registered(RegistrationStatus status, LocalDate expires) {
    return new Product(
        "prd",
        List.of(HsCode.of("901890")),
        Optional.of(2),
        Set.of(ENDOSCOPY),
        List.of(new Registration(VN, status, Optional.of(expires))));
  }

  private static Line line(Candidate candidate, Criterion criterion) {
    return candidate.lines().stream()
        .filter(it -> it.criterion() == criterion)
        .findFirst()
        .orElseThrow();
  }

  private static Licence licensed(LicenceKind kind, LocalDate until) {
    return new Licence(kind, Optional.of(until));
  }

  private static Target need(List<CountryCode> countries, String hs) {
    return new Target.OfNeed(
        "need_x",
        new Target.Wanted(
            countries, List.of(ENDOSCOPY), List.of(HsCode.of(hs)), List.of(CrsCode.of("12191"))));
  }

  private static Product product(String hs, int deviceClass, RegistrationStatus status) {
    return new Product(
        "prd",
        List.of(HsCode.of(hs)),
        Optional.of(deviceClass),
        Set.of(ENDOSCOPY),
        List.of(new Registration(VN, status, EVER)));
  }

  private static CompanyOffer perfect() {
    return new CompanyOffer(
        "cmp_x",
        Set.of(),
        List.of(new Licence(LicenceKind.MARKETING_AUTHORISATION_1, EVER)),
        List.of(new Certificate("ISO 13485:2016", EVER)),
        List.of(product("901890", 2, RegistrationStatus.REGISTERED)),
        Set.of(VN),
        Optional.of(Capacity.READY),
        List.of(new Delivery(VN, ENDOSCOPY, 2025)),
        Optional.of(Band.READY),
        Optional.empty());
  }

  private static CompanyOffer renamed(CompanyOffer it, String id) {
    return renamed(it, id, ENDOSCOPY);
  }

  private static CompanyOffer renamed(CompanyOffer it, String id, Field field) {
    List<Product> products =
        it.products().stream()
            .map(
                product ->
                    new Product(
                        product.id(),
                        product.hs(),
                        product.deviceClass(),
                        Set.of(field),
                        product.registrations()))
            .toList();
    return new CompanyOffer(
        id,
        it.formerIds(),
        it.licences(),
        it.certificates(),
        products,
        it.targets(),
        it.capacity(),
        it.deliveries(),
        it.band(),
        it.grants());
  }

  private static CompanyOffer offer(
      List<Licence> licences,
      List<Product> products,
      Optional<Capacity> capacity,
      Optional<List<Grant>> grants) {
    return new CompanyOffer(
        "cmp_x",
        Set.of("cmp_old"),
        licences,
        List.of(),
        products,
        Set.of(VN),
        capacity,
        List.of(),
        Optional.empty(),
        grants);
  }
}
