package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class CodeListJsonTest {
  private final JsonMapper json = JsonMapper.builder().build();

  private record Everything(
      CountryCode country,
      Field field,
      Cell cell,
      CurrencyCode currency,
      HsCode hs,
      CrsCode crs,
      CorporateNumber corporateNumber,
      AgencyCode agency,
      Language language,
      LocalizedText title) {}

  @Test
  void value_types_are_plain_strings_and_read_back() {
    var everything =
        new Everything(
            CountryCode.of("VN"),
            Field.of("endoscopy"),
            Cell.of("VN", "endoscopy"),
            CurrencyCode.of("VND"),
            HsCode.of("901890"),
            CrsCode.of("12191"),
            CorporateNumber.of("7000012050002"),
            AgencyCode.of("jica"),
            Language.of("zh-Hant"),
            LocalizedText.of("内視鏡", "Endoscopy"));

    var written = json.writeValueAsString(everything);

    assertThat(json.readTree(written))
        .isEqualTo(
            json.readTree(
                """
                {"country": "VN", "field": "endoscopy", "cell": {"country": "VN", "field": "endoscopy"},
                 "currency": "VND", "hs": "901890", "crs": "12191", "corporateNumber": "7000012050002",
                 "agency": "jica", "language": "zh-Hant", "title": {"ja": "内視鏡", "en": "Endoscopy"}}
                """));
    assertThat(json.readValue(written, Everything.class)).isEqualTo(everything);
  }

  @Test
  void value_types_serve_as_keys_of_objects() {
    var totals = Map.of(CurrencyCode.of("JPY"), 1);

    var written = json.writeValueAsString(totals);

    assertThat(written).isEqualTo("{\"JPY\":1}");
    assertThat(json.readValue(written, new TypeReference<Map<CurrencyCode, Integer>>() {}))
        .isEqualTo(totals);
  }

  @Test
  void a_list_is_written_in_a_stable_order_without_empty_parts() {
    assertThat(json.writeValueAsString(CodeLists.list("iati-budget-type")))
        .isEqualTo(
            """
            {"name":"iati-budget-type",\
            "title":{"ja":"IATI 予算の種別","en":"IATI budget types"},\
            "source":{"text":"IATI standard, code list BudgetType; Japanese labels by Kanmin",\
            "url":"https://github.com/IATI/IATI-Codelists/blob/version-2.03/xml/BudgetType.xml",\
            "retrieved":"2026-11-23"},\
            "complete":true,\
            "entries":[\
            {"code":"1","labels":{"ja":"当初","en":"Original"}},\
            {"code":"2","labels":{"ja":"改定","en":"Revised"}}]}""");
  }

  @Test
  void dates_and_attributes_are_written_as_they_stand_in_the_data() {
    var entry = CodeLists.list(CodeLists.SCHEMES).require("bop");

    assertThat(json.writeValueAsString(entry))
        .startsWith("{\"code\":\"bop\",\"labels\":{\"ja\":")
        .contains(
            "\"validFrom\":\"2010-04-01\",\"retired\":\"2017-04-01\",\"attributes\":{\"agency\":\"jica\"");
    assertThat(entry.retired()).isEqualTo(Optional.of(LocalDate.of(2017, 4, 1)));
  }
}
