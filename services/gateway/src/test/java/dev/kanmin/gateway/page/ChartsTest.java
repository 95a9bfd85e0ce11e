package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Charts of the records of a kind, with the tables that say the same. */
class ChartsTest extends SignedIn {
  @Test
  void records_are_counted_by_state_and_lead_to_their_list() {
    var page = browser.open("/charts?kind=mission&lang=en").body();

    assertThat(page).contains("Mission: 2", "ODA activity: 1", "aria-current=\"true\">Mission: 2");
    assertThat(page)
        .contains("data-value=\"1\"", "href=\"/kinds/mission?state=announced\">Announced</a>");
    assertThat(page).contains("data-value=\"0\"");
  }

  @Test
  void a_record_is_in_the_fiscal_year_of_japan_in_which_it_begins() {
    // 8 February 2027 is in the year from April 2026
    assertThat(browser.open("/charts?kind=mission&lang=en").body()).contains("FY 2026");
    assertThat(browser.open("/charts?kind=mission&lang=ja").body()).contains("2026年度");
    assertThat(browser.open("/charts?kind=activity&lang=en").body())
        .contains("1 record has no date of a beginning.");
  }

  @Test
  void money_is_summed_by_field_in_one_currency_at_a_time() {
    var first = browser.open("/charts?kind=activity&lang=en").body();
    // 850 000 000 × 75 % × 60 %
    assertThat(first).contains("382,500,000", "Budget (JPY)", "money=commitment-USD");

    var second = browser.open("/charts?kind=activity&money=commitment-USD&lang=en").body();
    assertThat(second).contains("54,000.22", "Commitment (USD)").doesNotContain("382,500,000");
    assertThat(browser.open("/charts?kind=activity&country=TH&lang=en").body())
        .contains("Nothing to count yet.")
        .doesNotContain("Budget (JPY)");
  }

  @Test
  void a_table_can_be_taken_along() {
    var csv = browser.open("/charts/states.csv?kind=mission&lang=en");

    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment", "kanmin-states-2026-11-23.csv");
    assertThat(csv.body()).startsWith("\uFEFFState,Number").contains("Announced,1");
    assertThat(browser.open("/charts/nothing.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void a_question_that_nothing_could_match_is_said_in_words() {
    var page = browser.open("/charts?country=Atlantis&lang=en");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"", "country: expected VN");
  }

  @Test
  void the_library_is_served_from_here_and_only_to_this_page() {
    var page = browser.open("/charts").body();
    var address = page.replaceAll("(?s).*src=\"([^\"]+echarts[^\"]+)\".*", "$1");

    assertThat(browser.ask(address).statusCode()).isEqualTo(200);
    assertThat(browser.open("/").body()).doesNotContain("echarts");
  }
}
