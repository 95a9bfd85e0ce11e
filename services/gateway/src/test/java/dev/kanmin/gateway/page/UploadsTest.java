package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files are handed over to the services that read them. */
class UploadsTest extends SignedIn {
  private static final String BOUNDARY = "sample-boundary";

  @Test
  void the_form_of_an_import_asks_for_a_file_and_for_what_else_it_takes() {
    var page = browser.open("/uploads/companiesImport?lang=en").body();

    assertThat(page)
        .contains("enctype=\"multipart/form-data\"", "type=\"file\"", "accept=\".csv,.xlsx\"")
        .contains("name=\"v:/dryRun\"");
    assertThat(browser.open("/kinds/company?lang=en").body())
        .contains("href=\"/uploads/companiesImport\"");
    assertThat(browser.open("/uploads/missionsDraft").statusCode()).isEqualTo(404);
  }

  @Test
  void a_file_goes_to_its_service_with_the_type_that_its_name_says() {
    service.answer("POST /v1/companies/import", 200, "{\"created\": 2}");
    browser.open("/uploads/companiesImport");
    var done = browser.upload("/uploads/companiesImport", body("companies.csv", "a,b"), BOUNDARY);

    assertThat(done.statusCode()).isEqualTo(200);
    var asked = service.asked("POST /v1/companies/import").getFirst();
    assertThat(asked.headers().get("content-type")).isEqualTo("text/csv");
    assertThat(asked.headers()).containsKeys("idempotency-key", "authorization");
    assertThat(asked.body()).isEqualTo("a,b");
  }

  @Test
  void what_is_wrong_in_a_file_is_shown_line_by_line() {
    service.answer(
        "POST /v1/companies/import",
        422,
        """
        {"type": "https://kanmin.dev/problems/bad-input", "detail": "The file has faults.",
         "errors": [{"code": "invalid-value", "detail": "Line 2: no such country."}]}""");
    browser.open("/uploads/companiesImport");
    var refused = browser.upload("/uploads/companiesImport", body("companies.csv", "x"), BOUNDARY);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("role=\"alert\"", "Line 2: no such country.");
  }

  @Test
  void a_form_that_another_site_sends_is_not_read() {
    browser.open("/uploads/companiesImport");

    assertThat(
            browser
                .upload(
                    "/uploads/companiesImport",
                    body("companies.csv", "a"),
                    BOUNDARY,
                    "http://elsewhere.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(service.asked("POST /v1/companies/import")).isEmpty();
  }

  private static String body(String file, String content) {
    return "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s\"\r\n"
            .formatted(BOUNDARY, file)
        + "Content-Type: application/octet-stream\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(content, BOUNDARY);
  }
}
