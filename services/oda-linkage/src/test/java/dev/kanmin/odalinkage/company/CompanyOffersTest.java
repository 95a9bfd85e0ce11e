package dev.kanmin.odalinkage.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.wire.Json;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.odalinkage.OdaLinkage;
import dev.kanmin.odalinkage.match.CompanyOffer;
import dev.kanmin.odalinkage.match.OfferIndex;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.KafkaFixture;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/**
 * What directory and sme-advice publish becomes offers, over the real broker: by revision, once,
 * and nothing comes back that was erased. The service runs under a name of its own, so that it
 * hears both, whatever the list of services says.
 */
@EachStore
class CompanyOffersTest {
  private static final String NAME = "linkage-trial";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final KafkaFixture KAFKA = KafkaFixture.shared();
  private static TestTokens tokens;
  private static ConfigurableApplicationContext service;

  private final String company = Ids.derived("cmp", UUID.randomUUID().toString());
  private final String other = Ids.derived("cmp", UUID.randomUUID().toString());

  CompanyOffersTest(StoreFixture store) {
    assertThat(store).isNotNull();
  }

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    Stream.of("oda-linkage", "directory", "sme-advice", "market-intelligence", "control-tower")
        .forEach(
            followed ->
                KAFKA.withTopics(
                    new TopicSpec(TopicNames.of(followed), 3),
                    new TopicSpec(TopicNames.deadLetters(TopicNames.of(followed), NAME), 3)));
    KAFKA.withTopics(new TopicSpec(TopicNames.of(NAME), 3));
    tokens = TestTokens.start();
    service =
        new SpringApplicationBuilder(OdaLinkage.class)
            .run(
                "--server.port=0",
                "--kanmin.service=" + NAME,
                "--KANMIN_PORT=0",
                "--KANMIN_MANAGEMENT_PORT=0",
                "--KANMIN_ISSUER=" + tokens.issuer(),
                "--kanmin.kafka=" + KAFKA.bootstrap(),
                "--kanmin.mongodb.uri=" + store.uri());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
    tokens.close();
  }

  @Test
  void a_profile_becomes_an_offer_and_only_a_newer_revision_replaces_it() {
    OffersForTests.publish("directory", "company-profile-changed", company, 1, profile(1, "VN"));
    await(it -> it.targets().contains(CountryCode.of("VN")));
    OffersForTests.publish("directory", "company-profile-changed", company, 2, profile(3, "TH"));
    await(it -> it.targets().contains(CountryCode.of("TH")));
    OffersForTests.publish("directory", "company-profile-changed", company, 3, profile(2, "ID"));
    OffersForTests.publish("directory", "company-profile-changed", company, 1, profile(1, "VN"));
    band("ready", 1);
    CompanyOffer offer = await(it -> it.band().isPresent());
    assertThat(offer.targets()).containsExactly(CountryCode.of("TH"));
    assertThat(offer.toString()).doesNotContain("[Sample] Company");
  }

  @Test
  void a_band_that_comes_before_the_profile_waits_for_it_and_a_later_one_replaces_it() {
    band("nearly-ready", 1);
    OffersForTests.publish("directory", "company-profile-changed", company, 1, profile(1, "VN"));
    await(it -> it.band().equals(Optional.of(CompanyOffer.Band.NEARLY_READY)));
    band("ready", 2);
    await(it -> it.band().equals(Optional.of(CompanyOffer.Band.READY)));
  }

  @Test
  void consent_is_kept_with_who_answers_for_the_company_and_withdrawal_reaches_the_copy() {
    OffersForTests.publish(
        "directory",
        "company-profile-changed",
        company,
        1,
        profile(1, "VN").put("responsible", "jetro"));
    OffersForTests.publish(
        "directory", "consent-changed", company, 2, grants("jica", "propose-linkages"));
    CompanyOffer offer = await(it -> it.grants().isPresent());
    assertThat(offer.grants().orElseThrow())
        .extracting(grant -> grant.agency().code())
        .containsExactly("jetro", "jica");
    OffersForTests.publish(
        "directory", "consent-changed", company, 3, grants("jica", "see-profile"));
    await(it -> it.grants().orElseThrow().size() == 1);
  }

  @Test
  void an_erased_company_is_gone_and_no_late_delivery_brings_it_back() {
    OffersForTests.publish("directory", "company-profile-changed", company, 1, profile(1, "VN"));
    await(it -> true);
    OffersForTests.publish("directory", "company-erased", company, 2, Map.of("companyId", company));
    Await.until("the offer to be gone", PATIENCE, () -> find(company).isEmpty());
    OffersForTests.publish("directory", "company-profile-changed", company, 1, profile(1, "VN"));
    OffersForTests.publish(
        "directory", "company-profile-changed", other, 1, profile(1, "VN").put("companyId", other));
    Await.until("the next one", PATIENCE, () -> find(other).isPresent());
    band("ready", 1);
    OffersForTests.publish("directory", "company-profile-changed", company, 3, profile(9, "VN"));
    OffersForTests.publish(
        "directory", "company-profile-changed", other, 2, profile(2, "TH").put("companyId", other));
    Await.until(
        "the next one again",
        PATIENCE,
        () -> find(other).filter(it -> it.targets().contains(CountryCode.of("TH"))).isPresent());
    assertThat(find(company)).isEmpty();
  }

  @Test
  void a_merged_company_is_known_under_the_one_it_went_into() {
    OffersForTests.publish("directory", "company-profile-changed", company, 1, profile(1, "VN"));
    OffersForTests.publish(
        "directory", "company-profile-changed", other, 1, profile(1, "VN").put("companyId", other));
    await(it -> true);
    OffersForTests.publish(
        "directory", "companies-merged", company, 2, Map.of("companyId", company, "into", other));
    Await.until("the offer to be gone", PATIENCE, () -> find(company).isEmpty());
    Await.until(
        "its id to be kept",
        PATIENCE,
        () -> find(other).filter(it -> it.formerIds().contains(company)).isPresent());
    assertThat(offers().resolve(company).block(PATIENCE)).isEqualTo(other);
  }

  @Test
  void who_asks_while_another_is_reading_gets_all_companies_too() {
    for (int round = 0; round < 40; round++) {
      List<String> told =
          IntStream.range(0, 25)
              .mapToObj(_ -> Ids.derived("cmp", UUID.randomUUID().toString()))
              .toList();
      Flux.fromIterable(told)
          .map(it -> profile(1, "VN").put("companyId", it))
          .map(it -> Json.events().treeToValue(it, DirectoryEvent.ProfileChanged.class))
          .concatMap(offers()::keep)
          .blockLast(PATIENCE);
      List<Integer> found =
          Flux.range(0, 4)
              .flatMap(
                  _ ->
                      offers()
                          .current()
                          .subscribeOn(Schedulers.parallel())
                          .map(
                              all ->
                                  (int)
                                      told.stream().filter(it -> all.find(it).isPresent()).count()))
              .collectList()
              .block(PATIENCE);
      assertThat(found).containsOnly(told.size());
    }
  }

  private void band(String band, long sequence) {
    OffersForTests.publish(
        "sme-advice",
        "readiness-assessed",
        Ids.derived("ra", company, Long.toString(sequence)),
        sequence,
        Map.of(
            "assessmentId",
            "ra_x",
            "companyId",
            company,
            "questionnaire",
            Map.of("id", "readiness", "version", "2026-11"),
            "band",
            band,
            "on",
            "2026-11-01",
            "sample",
            true));
  }

  private ObjectNode profile(long revision, String country) {
    return OffersForTests.maker(company, "endoscopy", country, "registered")
        .put("revision", revision);
  }

  private Map<String, Object> grants(String agency, String purpose) {
    return Map.of(
        "companyId",
        company,
        "grants",
        new Object[] {Map.of("agency", agency, "purposes", new String[] {purpose})});
  }

  private CompanyOffer await(Predicate<CompanyOffer> wanted) {
    Await.until(
        "the offer of " + company, PATIENCE, () -> find(company).filter(wanted).isPresent());
    return find(company).orElseThrow();
  }

  private static Optional<CompanyOffer> find(String id) {
    return offers().current().blockOptional(PATIENCE).map(index(id)).orElse(Optional.empty());
  }

  private static Function<OfferIndex, Optional<CompanyOffer>> index(String id) {
    return index -> index.find(id);
  }

  private static CompanyOffers offers() {
    return service.getBean(CompanyOffers.class);
  }
}
