package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import org.junit.jupiter.api.Test;

/** The brief of a country, for paper. */
class BriefTest extends SignedIn {
  @Test
  void it_tells_what_is_live_of_every_kind_with_money_and_dates() {
    var page = browser.open("/countries/VN/brief?lang=en").body();

    assertThat(page).contains("Country brief: Vietnam", "[Sample] Endoscopy mission");
    // 850 000 000 × 75 %
    assertThat(page).contains("637,500,000", "Budget: 850,000,000 JPY");
    assertThat(page).contains("1 more, ended ones included").doesNotContain("/records/msn_2");
    assertThat(browser.open("/countries/VN/brief?lang=ja").body()).contains("国別ブリーフ:ベトナム");
    assertThat(browser.open("/countries/VN?lang=en").body())
        .contains("href=\"/countries/VN/brief\"");
  }

  @Test
  void a_country_that_is_none_has_no_brief() {
    assertThat(browser.open("/countries/XX/brief").statusCode()).isEqualTo(404);
  }

  @Test
  void sources_are_found_wherever_an_owner_names_them() {
    var answer =
        Json.events()
            .readTree(
                """
                {"years": [{"year": 2023, "source": "UN Comtrade", "retrievedOn": "2026-09-01"},
                           {"year": 2022, "source": "UN Comtrade", "retrievedOn": "2026-09-01"}],
                 "facts": [{"source": "Decree 98", "url": "https://example.org/98", "on": "2026-11-01"},
                           {"source": "Hearsay", "url": "javascript:alert(1)"}],
                 "source": ""}""");

    assertThat(Source.in(answer))
        .containsExactly(
            new Source("UN Comtrade", "2026-09-01", ""),
            new Source("Decree 98", "2026-11-01", "https://example.org/98"),
            new Source("Hearsay", "", ""));
  }
}
