package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
  @ParameterizedTest
  @CsvSource({
    "VN, ベトナム, Vietnam, 越南, 越南, 베트남",
    "TH, タイ, Thailand, 泰国, 泰國, 태국",
    "LA, ラオス, Laos, 老挝, 寮國, 라오스",
    "TW, 台湾, Taiwan, 台湾, 台灣, 대만",
    "HK, 香港, Hong Kong, 香港, 香港, 홍콩",
    "MM, ミャンマー, Myanmar, 缅甸, 緬甸, 미얀마"
  })
  void names_are_right_in_every_language_of_the_site(
      String code, String ja, String en, String hans, String hant, String ko) {
    assertThat(Countries.require(CountryCode.of(code)).names().texts())
        .hasToString(
            "{ja=%s, en=%s, zh-Hans=%s, zh-Hant=%s, ko=%s}".formatted(ja, en, hans, hant, ko));
  }

  @Test
  void asia_has_the_51_countries_and_regions_of_m49() {
    assertThat(Countries.all()).hasSize(51);
    assertThat(Countries.all())
        .allSatisfy(
            country -> {
              assertThat(country.numeric()).matches("\\d{3}");
              assertThat(country.alpha3()).matches("[A-Z]{3}");
              assertThat(CodeLists.list(CodeLists.REGIONS).has(country.region())).isTrue();
            });
  }

  @Test
  void the_three_letter_code_is_that_of_the_same_country() {
    assertThat(Countries.all())
        .allSatisfy(
            country ->
                assertThat(Locale.of("", country.code().code()).getISO3Country())
                    .isEqualTo(country.alpha3()));
  }

  @Test
  void a_numeric_code_keeps_its_leading_zero() {
    assertThat(Countries.require(CountryCode.of("BD")).numeric()).isEqualTo("050");
  }

  @Test
  void currencies_and_the_ldc_flag_come_with_the_country() {
    var cambodia = Countries.require(CountryCode.of("KH"));

    assertThat(cambodia.leastDeveloped()).isTrue();
    assertThat(cambodia.currencies()).containsExactly(CurrencyCode.of("KHR"));
    assertThat(Countries.require(CountryCode.of("VN")).leastDeveloped()).isFalse();
  }

  @Test
  void a_country_elsewhere_is_not_found() {
    assertThat(Countries.find(CountryCode.of("FR"))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Countries.require(CountryCode.of("FR")))
        .withMessage("'FR' is not in Asia: expected a country or region of UN M49 region 142");
  }

  @Test
  void a_deployment_overrides_single_names_and_keeps_the_others(@TempDir Path folder)
      throws IOException {
    var own = folder.resolve("names.json");
    Files.writeString(
        own, "{\"TW\": {\"en\": \"Chinese Taipei\"}, \"HK\": {\"en\": \"Hong Kong SAR\"}}");

    var names = CountryNames.read(Optional.of(own));

    var taiwan =
        CountryNames.overlaid(LocalizedText.of("台湾", "Taiwan"), Optional.of(names.get("TW")));
    assertThat(taiwan).isEqualTo(LocalizedText.of("台湾", "Chinese Taipei"));
    assertThat(names.get("HK").in(Language.ENGLISH)).isEqualTo("Hong Kong SAR");
    assertThat(names.get("HK").in(Language.JAPANESE)).isEqualTo("香港");
  }

  @Test
  void timor_leste_is_in_asean_from_the_day_it_joined() {
    var asean = Blocs.require("asean");
    var timorLeste = CountryCode.of("TL");

    assertThat(asean.membersOn(LocalDate.of(2025, 10, 25))).hasSize(10).doesNotContain(timorLeste);
    assertThat(asean.membersOn(LocalDate.of(2025, 10, 26))).hasSize(11).contains(timorLeste);
    assertThat(asean.membersOn(LocalDate.of(1967, 8, 8))).hasSize(5);
  }
}
