package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Countries;
import org.junit.jupiter.api.Test;

class TileMapTest extends SignedIn {
  @Test
  void every_country_of_asia_has_a_tile_of_its_own() {
    assertThat(TileMap.placesOf().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Countries.all().stream().map(country -> country.code().code()).toList());
    assertThat(TileMap.placesOf().values()).doesNotHaveDuplicates();
    assertThat(TileMap.placesOf().values())
        .allMatch(place -> place.column() >= 1 && place.column() <= 12)
        .allMatch(place -> place.row() >= 1 && place.row() <= 8);
  }

  @Test
  void a_tile_says_in_words_what_it_shows_and_leads_to_its_country() {
    var page = browser.open("/map?lang=en").body();

    assertThat(page)
        .contains("href=\"/countries/VN\"")
        .contains("aria-label=\"Total of Vietnam: ODA activity: 1, Mission: 1")
        .contains("aria-label=\"Total of Mongolia: no records\"");
    assertThat(browser.open("/map?show=activity&lang=ja").body()).contains("aria-current=\"true\"");
    assertThat(browser.open("/?lang=en").body()).contains("href=\"/map?show=records\"");
  }
}
