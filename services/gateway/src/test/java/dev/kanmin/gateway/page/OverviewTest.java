package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.PublishedContracts;
import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that services have of their own: whatever they say is shown, whoever they are. */
class OverviewTest extends SignedIn {
  private static final String ANSWER =
      """
      {"title": "Targets: <b>Viet Nam</b>", "lead": "How far it is.", "day": "2026-11-23", "sections": [
        {"code": "trend", "heading": "Trend", "lead": "By year.", "shape": "columns",
         "columns": [{"label": "Year", "figures": false}, {"label": "Reached", "figures": true}],
         "rows": [{"cells": [{"text": "FY 2025"}, {"text": "1,050"}], "value": "1050"},
                  {"cells": [{"text": "FY 2026"}, {"text": "75 %"}], "value": "75"}], "note": "In yen."},
        {"code": "plan", "heading": "Plan", "lead": "By month.", "shape": "timeline",
         "columns": [{"label": "Action", "figures": false}, {"label": "State", "figures": false}],
         "rows": [{"cells": [{"text": "Talks", "subject": "rma_1"}, {"text": "On track", "tone": "good"}],
                   "span": {"id": "rma_1", "from": "2026-10-01", "to": "2027-01-31", "marks":
                     [{"day": "2026-12-01", "name": "First talk", "reached": true}],
                     "state": "On track", "tone": "good"}},
                  {"cells": [{"text": "=Training", "subject": "rma_2"}, {"text": "Delayed", "tone": "bad"}],
                   "span": {"id": "rma_2", "from": "2027-01-31", "to": "2027-02-28", "later": "2027-03-31",
                     "after": ["rma_1"], "state": "Delayed", "tone": "bad"}}]},
        {"code": "empty", "heading": "Nothing here", "lead": "", "shape": "table",
         "columns": [{"label": "Finding", "figures": false}]}]}""";

  private final Operation overview =
      Api.of(PublishedContracts.merged(), true).overviews().getFirst();
  private final String page = "/overviews/" + overview.id();
  private final String read = "GET " + overview.path();

  @BeforeEach
  void answer() {
    service.answer(read, 200, ANSWER);
  }

  @Test
  void the_navigation_leads_to_the_first_of_them() {
    var answer = browser.open("/overviews?lang=en");

    assertThat(answer.uri().getPath()).isEqualTo(page);
    assertThat(answer.body()).contains("href=\"/overviews\" aria-current=\"page\"");
  }

  @Test
  void tables_say_all_that_is_drawn_and_text_is_never_markup() {
    var body = browser.open(page + "?lang=en").body();

    assertThat(body)
        .contains("Targets: &lt;b&gt;Viet Nam", "How far it is. As of Mon 23 Nov 2026.")
        .contains("data-shape=\"columns\"", "data-value=\"1050\"", "In yen.", "echarts")
        .contains("<a href=\"/records/rma_1\">Talks</a>", "class=\"chip tone bad\">Delayed")
        .contains("<svg class=\"plan\"", "class=\"later\"", "There is nothing to show.")
        .doesNotContain("style=");
  }

  @Test
  void what_it_is_narrowed_by_goes_to_the_service_and_along_to_the_workbook() {
    var body = browser.open(page + "?country=VN&agency=&unknown=1&lang=ja").body();

    assertThat(body)
        .contains("<option value=\"VN\" selected=\"selected\">ベトナム</option>")
        .contains("href=\"" + page + "/export.xlsx?country=VN\"");
    var asked = service.asked(read).getLast();
    assertThat(asked.query()).isEqualTo("country=VN");
    assertThat(asked.headers())
        .containsEntry("authorization", "Bearer opaque")
        .containsEntry("accept-language", "ja");
  }

  @Test
  void the_workbook_has_a_sheet_for_each_table_with_numbers_as_numbers(@TempDir Path folder)
      throws Exception {
    browser.open(page);
    Path file = Files.write(folder.resolve("book.xlsx"), browser.file(page + "/export.xlsx"));
    String book = unpacked(file);

    assertThat(book)
        .contains("name=\"Trend\"", "name=\"Plan\"", "name=\"Nothing here\"")
        .contains("<v>1050</v>", "=Training", "75 %")
        .doesNotContain("<f>");
  }

  @Test
  void what_is_not_shown_is_said_in_words() {
    service.answer(read, 403, "{}");
    assertThat(browser.open(page + "?lang=en").statusCode()).isEqualTo(403);
    assertThat(browser.open(page + "?lang=en").body()).contains("You may not see this page.");
    service.answer(read, 200, "{\"title\": 1, \"sections\": \"none\"}");
    assertThat(browser.open(page + "?lang=en").body()).contains("did not answer");
    assertThat(browser.open("/overviews/missionsList").statusCode()).isEqualTo(404);
  }

  private static String unpacked(Path book) throws IOException {
    StringBuilder text = new StringBuilder();
    try (var zip = new ZipFile(book.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
