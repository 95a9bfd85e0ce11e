package dev.kanmin.odalinkage.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.match.CompanyOffer;
import dev.kanmin.testkit.GoldenEvents;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The golden events of those it follows can be read as this service reads them. */
class FollowedContractTest {
  private static final GoldenEvents DIRECTORY =
      new GoldenEvents(Path.of("..", "directory", "contract", "events"), Json.events());

  @Test
  void every_band_that_is_told_is_known_here() {
    GoldenEvents advice =
        new GoldenEvents(Path.of("..", "sme-advice", "contract", "events"), Json.events());
    var assessed = advice.read("readiness-assessed.v1.full", AdviceEvent.ReadinessAssessed.class);
    assertThat(assessed.companyId()).startsWith("cmp_");
    assertThat(OfferReading.band(assessed.band())).isPresent();
    assertThat(CodeLists.list("readiness-bands").currentCodes())
        .allMatch(band -> OfferReading.band(band).isPresent());
  }

  @Test
  void a_profile_becomes_an_offer_with_all_that_the_matcher_judges() {
    CompanyOffer offer = offer("company-profile-changed.v1.full");
    assertThat(offer.fields()).containsExactly(Field.of("endoscopy"));
    assertThat(offer.targets()).contains(CountryCode.of("VN"));
    assertThat(offer.licences()).hasSize(2);
    assertThat(offer.certificates()).hasSize(1);
    assertThat(offer.capacity()).contains(CompanyOffer.Capacity.READY);
    assertThat(offer.deliveries()).hasSize(1);
    assertThat(offer.products().getFirst().deviceClass()).contains(2);
    assertThat(offer.products().getFirst().hs()).hasSize(1);
    assertThat(offer.products().getFirst().registrations())
        .extracting(CompanyOffer.Registration::status)
        .containsExactly(
            CompanyOffer.RegistrationStatus.REGISTERED, CompanyOffer.RegistrationStatus.APPLIED);
    assertThat(offer.toString()).doesNotContain("Olive Endoscopy", "オリーブ");
  }

  @Test
  void a_profile_with_only_what_is_always_there_is_an_offer_too() {
    CompanyOffer offer = offer("company-profile-changed.v1.minimal");
    assertThat(offer.company()).startsWith("cmp_");
    assertThat(offer.licences()).isEmpty();
    assertThat(offer.products()).singleElement().matches(it -> it.deviceClass().isEmpty());
  }

  @Test
  void consent_erasure_and_merger_are_read() {
    assertThat(
            DIRECTORY.read("consent-changed.v1.full", DirectoryEvent.ConsentChanged.class).grants())
        .singleElement()
        .satisfies(grant -> assertThat(grant.purposes()).contains("propose-linkages"));
    assertThat(DIRECTORY.read("company-erased.v1.full", DirectoryEvent.Erased.class).companyId())
        .startsWith("cmp_");
    assertThat(DIRECTORY.read("companies-merged.v1.full", DirectoryEvent.Merged.class).into())
        .startsWith("cmp_");
  }

  private static CompanyOffer offer(String golden) {
    return OfferReading.offer(
        DIRECTORY.read(golden, DirectoryEvent.ProfileChanged.class),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }
}
