package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages over HTTP, signed in at an issuer by the real code flow. */
@SpringBootTest(
    classes = PageApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoint.health.validate-group-membership=false",
      "kanmin.page.live-every=20ms"
    })
class PagesTest {
  private static final SignInIssuer ISSUER = SignInIssuer.start();
  private static final String CELL = "/cells/VN/endoscopy";

  @Autowired private SampleFacts facts;
  @LocalServerPort private int port;
  private Browser browser;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("kanmin.page.issuer", ISSUER::url);
    properties.add("KANMIN_ISSUER", ISSUER::url);
  }

  @BeforeEach
  void nobodyIsSignedIn() {
    ISSUER.allow("openid profile cells:read");
    browser = new Browser(port);
  }

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
  void the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
    var issued = browser.ask("/").headers().allValues("Set-Cookie");

    assertThat(issued)
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("kanmin-session=")
                    .containsIgnoringCase("HttpOnly")
                    .contains("SameSite=Lax"));
  }

  @Test
  void the_heat_map_is_in_japanese_unless_another_language_is_asked_for() {
    var page = browser.open("/");

    assertThat(page.body())
        .contains("<html lang=\"ja\">", "ベトナム", "内視鏡", "分野横断", "未分類", "東南アジア")
        .contains("aria-label=\"ベトナム × 内視鏡:ODA 案件 1 件、派遣・招聘等 1 件、30日以内の変化 2 件\"");
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
    assertThat(english).contains("Fri 18 Dec 2026 17:00 JST", "Fri 15 Jan 2027", "Contract");
    assertThat(english).contains("[Sample] Hanoi office", "Grant aid");
    assertThat(english)
        .contains("ODA activities: up to 1 minute behind", "of which nothing is public");

    var japanese = browser.open(CELL + "?lang=ja").body();
    assertThat(japanese).contains("2026年12月18日(金) 17:00(日本時間)", "無償資金協力", "予告済み");
  }

  @Test
  void text_of_records_is_never_markup() {
    assertThat(browser.open(CELL + "?lang=en").body())
        .contains("&lt;b&gt;provincial&lt;/b&gt;")
        .doesNotContain("<b>provincial");
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
    var part = browser.ask("/squares?show=missions&cell=VN-endoscopy&cell=XX-nothing");

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

    assertThat(Browser.location(signedOut))
        .startsWith(ISSUER.url() + "/connect/logout?id_token_hint=")
        .contains("post_logout_redirect_uri=http://127.0.0.1:" + port + "/");
    assertThat(Browser.location(browser.ask("/"))).endsWith("/oauth2/authorization/kanmin");
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
