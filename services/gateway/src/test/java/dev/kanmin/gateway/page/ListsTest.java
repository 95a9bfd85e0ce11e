package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lists of records, the search over all of them, and an officer's own page. */
class ListsTest extends SignedIn {
  @Test
  void a_list_shows_the_records_of_its_kind_with_links_filters_and_what_can_be_begun() {
    var page = browser.open("/kinds/mission?lang=en").body();

    assertThat(page).contains("href=\"/records/msn_1\"", "[Sample] Endoscopy mission", "2 found");
    assertThat(page).doesNotContain("act_1");
    assertThat(page).contains("href=\"/commands/missionsDraft\"");
  }

  @Test
  void filters_stand_in_the_address_and_each_can_be_taken_away() {
    var page =
        browser.open("/kinds/mission?lang=en&state=announced&country=VN&text=endoscopy").body();

    assertThat(page).contains("1 found", "State: Announced", "Country or region: Vietnam");
    assertThat(page).contains("href=\"/kinds/mission?state=announced&amp;text=endoscopy\"");
    assertThat(browser.open("/kinds/mission?lang=en&country=TH").body()).contains("0 found");
    assertThat(browser.open("/kinds/mission?lang=en&ended=true").body()).contains("1 found");
  }

  @Test
  void a_filter_that_nothing_could_match_is_said_in_words() {
    var page = browser.open("/kinds/mission?lang=en&country=Atlantis");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"", "country: expected VN");
  }

  @Test
  void a_search_goes_over_all_kinds() {
    var page = browser.open("/search?text=sample&lang=en").body();

    assertThat(page).contains("/records/msn_1", "/records/act_1", "ODA activity");
  }

  @Test
  void a_search_marks_what_it_found_escapes_what_it_shows_and_narrows_down() {
    var page = browser.open("/search?text=endoscopy&lang=en").body();

    assertThat(page)
        .contains("<mark>Endoscopy</mark> mission", "/records/msn_1")
        .contains("<mark>Endoscopy</mark> in &lt;b&gt;provincial&lt;/b&gt; hospitals")
        .contains("href=\"/search?text=endoscopy&amp;kind=mission\"")
        .contains("href=\"/search?text=endoscopy&amp;sort=date\"");
    assertThat(browser.open("/search?text=endoscopy&kind=activity&lang=en").body())
        .contains("1 found", "Kind: ODA activity");
    assertThat(browser.open("/search/export.csv?text=endoscopy&kind=activity&lang=en").body())
        .contains("act_1")
        .doesNotContain("msn_1");
  }

  @Test
  void a_search_that_finds_nothing_asks_what_was_meant() {
    var page = browser.open("/search?text=endscopy&lang=en").body();

    assertThat(page).contains("0 found", "Did you mean", "href=\"/search?text=endoscopy\"");
  }

  @Test
  void a_search_in_another_language_shows_where_it_stands() {
    var page = browser.open("/search?text=省病院&lang=en").body();

    assertThat(page).contains("lang=\"ja\"", "<mark>省病院</mark>", "/records/act_1");
  }

  @Test
  void what_is_filtered_can_be_taken_along_and_no_cell_of_it_is_a_formula() {
    var csv = browser.open("/kinds/activity/export.csv?lang=en");

    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment", "kanmin-activity-2026-11-23.csv");
    assertThat(csv.body())
        .startsWith("\uFEFFIdentifier,Kind,Title")
        .contains("act_1", "850000000 JPY");
    assertThat(browser.open("/search/export.xlsx?lang=en").body()).startsWith("PK");
    assertThat(Exports.cell("=1+1")).isEqualTo("'=1+1");
    assertThat(Exports.cell("@a,\"b\"")).isEqualTo("\"'@a,\"\"b\"\"\"");
  }

  @Test
  void an_officers_own_page_says_what_to_do_what_comes_and_what_was_begun() {
    service.answer(
        "GET /v1/missions",
        200,
        """
        {"items": [{"id": "msn_9", "state": "draft", "title": {"ja": "下書きの件"}}], "leftOut": []}""");
    var page = browser.open("/home?lang=ja").body();

    assertThat(page).contains("href=\"/records/act_1\"", "期日超過", "下書きの件", "/records/msn_9");
    assertThat(page).contains("/commands/missionsDraft");
  }
}
