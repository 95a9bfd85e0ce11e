package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages over HTTP, signed in at an issuer by the real code flow. */
class PagesTest extends SignedIn {
  private static final String CELL = "/cells/VN/endoscopy";
  private static final int MOST_SESSIONS = 3;

  @Test
  void a_page_leads_to_sign_in_with_a_proof_key() {
    var first = browser.ask("/");
    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(Browser.location(first)).endsWith("/oauth2/authorization/kanmin");
    var second = browser.ask(Browser.location(first));

    assertThat(Browser.location(second))
        .startsWith(ISSUER.url() + "/oauth2/authorize?")
        .contains("client_id=kanmin-web", "code_challenge_method=S256", "code_challenge=", "nonce=")
        .contains("scope=openid%20profile%20cells:read");
  }

  @Test
  void after_sign_in_the_page_asked_for_is_shown_and_names_the_agency() {
    var page = browser.open(CELL + "?lang=en");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo(CELL);
    assertThat(page.body()).contains("Japan International Cooperation Agency (JICA)");
  }

  @Test
  void cookies_are_out_of_reach_of_scripts_and_of_other_sites() {
    browser.open("/");

    assertThat(browser.cookies())
        .anyMatch(cookie -> cookie.startsWith("kanmin-session="))
        .anyMatch(cookie -> cookie.startsWith("kanmin-sign-in="))
        .allSatisfy(
            cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax"));
  }

  @Test
  void the_heat_map_is_in_japanese_unless_another_language_is_asked_for() {
    var page = browser.open("/");

    assertThat(page.body())
        .contains("<html lang=\"ja\">", "ベトナム", "内視鏡", "分野横断", "未分類", "東南アジア")
        .contains("aria-label=\"ベトナム × 内視鏡:ODA案件 1 件、派遣・招聘・商談会等 1 件、30日以内の変化 2 件\"");
    assertThat(page.headers().firstValue("Content-Language")).hasValue("ja");
  }

  @Test
  void a_language_chosen_is_remembered_and_else_the_browsers_counts() {
    assertThat(browser.open("/", "Accept-Language", "en-GB,ja;q=0.5").body())
        .contains("lang=\"en\"");
    assertThat(browser.open("/").body()).contains("<html lang=\"ja\">");
    browser.open("/?lang=en");

    assertThat(browser.open(CELL).body()).contains("<html lang=\"en\">", "Vietnam", "Endoscopy");
  }

  @Test
  void the_cell_shows_money_by_currency_dates_and_what_was_left_out() {
    var english = browser.open(CELL + "?lang=en").body();
    // 850 000 000 × 75 % × 60 %, and the yen has no decimals; 120 000.50 × 45 % = 54 000.225
    assertThat(english).contains("382,500,000", "54,000.22", "Country 75 %", "Field 60 %");
    assertThat(english).contains("Fri 18 Dec 2026 17:00 JST", "Mon 8 Feb 2027", "Contract");
    assertThat(english).contains("[Sample] Hanoi office", "Grant aid");
    assertThat(english)
        .contains(
            "ODA activities, needs and linkages: up to 1 minute behind",
            "of which nothing is public");

    var japanese = browser.open(CELL + "?lang=ja").body();
    assertThat(japanese).contains("2026年12月18日(金) 17:00(日本時間)", "無償資金協力", "予告済み");
  }

  @Test
  void what_is_overdue_missing_and_changed_is_said_in_words() {
    var english = browser.open(CELL + "?lang=en").body();

    assertThat(english).containsPattern("class=\"overdue\">\\s*<time datetime=\"2026-11-20\"");
    assertThat(english).contains("Overdue", "At tender, without any linkage to a company");
    assertThat(english).contains("Pipeline → Implementation");
  }

  @Test
  void what_has_ended_stands_apart_and_is_shown_on_demand() {
    var live = browser.open(CELL + "?lang=en").body();
    assertThat(live).contains("1 that has ended is not shown.");
    assertThat(live).doesNotContain("<span class=\"chip\">Reported</span>");

    var all = browser.open(CELL + "?ended=1&lang=en").body();
    assertThat(all).contains("<span class=\"chip\">Reported</span>");
    assertThat(all).doesNotContain("not shown");
    assertThat(browser.open("/?ended=1&lang=en").body())
        .contains("Vietnam × Endoscopy: ODA activity: 1, Mission: 2, 3 changed");
  }

  @Test
  void text_of_records_is_never_markup() {
    assertThat(browser.open(CELL + "?lang=en").body())
        .contains("&lt;b&gt;provincial&lt;/b&gt;")
        .doesNotContain("<b>provincial");
  }

  @Test
  void an_address_without_a_page_is_told_to_people_in_words_and_to_programs_as_ever() {
    var page = browser.ask("/no-such-page?lang=en");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no page at this address");
    assertThat(browser.ask("/v1/no-such-thing").body()).doesNotContain("<html");
  }

  @Test
  void pages_forbid_inline_scripts_and_styles_and_have_none() {
    for (var path : new String[] {"/", CELL}) {
      var page = browser.open(path);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(page.body()).doesNotContain("style=", "<style", "onclick=", "javascript:");
      assertThat(page.body().split("<script", -1)).allMatch(part -> !part.startsWith(">"));
      assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }
  }

  @Test
  void what_the_pages_load_is_there_and_kept_by_browsers() {
    var sheet = browser.ask(address(browser.open("/"), "/assets/kanmin.css?v="));

    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(sheet.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(sheet.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void squares_are_fetched_alone_with_their_sums() {
    browser.open("/");
    var part = browser.ask("/squares?show=mission&ended=&cell=VN-endoscopy&cell=XX-nothing");

    assertThat(part.body())
        .contains("id=\"VN-endoscopy\"", "id=\"sum-VN\"", "id=\"sum-endoscopy\"", "id=\"sum-all\"")
        .doesNotContain("TH-endoscopy", "XX-nothing");
  }

  @Test
  void scripts_without_a_session_are_told_instead_of_sent_elsewhere() {
    assertThat(browser.ask("/squares?cell=VN-endoscopy").statusCode()).isEqualTo(401);
    assertThat(browser.ask("/live").statusCode()).isEqualTo(401);
  }

  @Test
  void a_cell_that_cannot_be_is_a_page_that_says_so() {
    var page = browser.open("/cells/XX/endoscopy");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("XX/endoscopy", "コード表");
  }

  @Test
  void without_the_right_the_page_says_which_one() {
    ISSUER.allow("openid profile");
    var page = browser.open("/");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("cells:read");
  }

  @Test
  void signing_out_needs_the_token_of_the_form_and_ends_the_session() {
    var page = browser.open("/");
    assertThat(browser.post("/sign-out", "_csrf", "guessed").statusCode()).isEqualTo(403);
    var signedOut = browser.post("/sign-out", "_csrf", Browser.csrf(page));

    assertThat(signedOut.statusCode()).isEqualTo(200);
    assertThat(Browser.location(browser.ask("/"))).endsWith("/oauth2/authorization/kanmin");
  }

  @Test
  void the_id_token_goes_to_the_issuer_in_a_form_and_never_in_an_address() {
    var signedOut = browser.post("/sign-out", "_csrf", Browser.csrf(browser.open("/?lang=en")));

    assertThat(signedOut.headers().firstValue("Location")).isEmpty();
    assertThat(signedOut.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(signedOut.body())
        .contains(
            "<form method=\"post\" id=\"at-issuer\" action=\"" + ISSUER.url() + "/connect/logout\"")
        .containsPattern("name=\"id_token_hint\" value=\"[^\"]+\\.[^\"]+\\.[^\"]+\"")
        .contains("name=\"post_logout_redirect_uri\" value=\"http://127.0.0.1:" + port + "/\"");
    assertThat(browser.ask(address(signedOut, "/assets/sign-out.js?v=")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void the_stream_of_an_open_page_ends_when_its_person_signs_out() throws Exception {
    var page = browser.open("/");
    var stream = browser.listen("/live");
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("X-Accel-Buffering")).hasValue("no");

    browser.post("/sign-out", "_csrf", Browser.csrf(page));

    assertThat(stream.body().reduce(0, (lines, line) -> lines + 1, Integer::sum)).isPositive();
    assertThat(browser.ask("/live").statusCode()).isEqualTo(401);
  }

  @Test
  void whoever_only_looks_takes_no_session() {
    for (var path :
        new String[] {
          "/",
          CELL,
          "/squares",
          "/live",
          "/forbidden",
          "/sign-in-failed",
          "/sign-out",
          "/oauth2/authorization/kanmin",
          "/login/oauth2/code/kanmin?code=x&state=y",
          "/login/oauth2/code/kanmin"
        }) {
      assertThat(new Browser(port).ask(path).headers().allValues("Set-Cookie"))
          .as(path)
          .noneMatch(cookie -> cookie.startsWith("kanmin-session="));
    }
  }

  @Test
  void a_person_who_signs_in_again_and_again_ends_the_oldest_session() {
    var browsers = Stream.generate(() -> new Browser(port)).limit(MOST_SESSIONS + 1).toList();
    browsers.forEach(one -> assertThat(one.open("/").statusCode()).isEqualTo(200));

    assertThat(browsers.getFirst().ask("/").statusCode()).isEqualTo(302);
    assertThat(browsers.get(1).ask("/").statusCode()).isEqualTo(200);
    assertThat(browsers.getLast().ask("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_sign_in_that_somebody_else_began_is_not_ended_here() {
    var begun = Browser.location(browser.ask("/oauth2/authorization/kanmin"));
    var answer = new Browser(port).ask(Browser.location(browser.ask(begun)));

    assertThat(Browser.location(answer)).endsWith("/sign-in-failed");
  }

  @Test
  void links_to_another_language_keep_an_odd_query_as_it_is() {
    var page = browser.open("/?x%5B=[&lang=en");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("href=\"/?x%5B=[&amp;lang=ja\"");
  }

  @Test
  void the_api_knows_tokens_only_and_never_sets_a_cookie() {
    browser.open("/");
    var answer = browser.ask("/v1/codes/fields");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  private static String address(HttpResponse<String> page, String beginning) {
    var at = page.body().indexOf(beginning);
    return page.body().substring(at, page.body().indexOf('"', at));
  }
}
