package dev.kanmin.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.kanmin.proof.LocalSystem;
import dev.kanmin.proof.SharedSystem;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One way through the pages for each who is no organiser: an adviser, an auditor, a viewer. */
@ExtendWith(SharedSystem.class)
@Order(18)
final class RolesTest {
  private static Optional<Chromium> chromium = Optional.empty();

  private final String gateway;
  private final Missions missions;

  RolesTest(LocalSystem system) {
    this.gateway = system.gateway();
    this.missions = new Missions(gateway, system.api().token("jetro"));
  }

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
    if (chromium.isEmpty()) {
      NotRun.because("roles in a browser", "no Chromium");
    }
  }

  @AfterAll
  static void closeBrowser() {
    chromium.ifPresent(Chromium::close);
  }

  private Officer at(String path, String user, String locale) {
    var officer = new Officer(chromium.orElseThrow().browser(), gateway, locale);
    officer.open(path);
    officer.signIn(user);
    return officer;
  }

  @Test
  void an_adviser_enters_a_company_opens_its_case_and_outlives_a_session() {
    try (var adviser = at("/commands/companiesRegister", "officer-smrj", "ja-JP")) {
      Page page = adviser.page();
      page.fill("[name='v:/names/ja']", "【サンプル】助言株式会社");
      page.fill("[name='v:/staff']", "42");
      page.fill("[name='v:/office/code']", "sample-tokyo");
      page.fill("[name='v:/office/name/ja']", "【サンプル】課");
      send(page);
      assertThat(page.locator(".done")).isVisible();
      var company = page.locator("main > .note code").textContent();

      adviser.open("/commands/casesOpen");
      send(page);
      assertThat(page.locator("#errors a[href='#f-companyId']")).isVisible();
      page.fill("[name='v:/companyId']", company);
      page.fill("[name='v:/country']", "ベトナム (VN)");
      page.selectOption("[name='v:/field']", "endoscopy");
      page.fill("[name='v:/office/code']", "sample-tokyo");
      page.fill("[name='v:/office/name/ja']", "【サンプル】課");
      send(page);
      assertThat(page.locator(".done")).isVisible();

      // a PUT begins with what is there; what is typed outlives the session
      adviser.open("/commands/companiesChange?id=" + company);
      assertThat(page.locator("[name='v:/staff']")).hasValue("42");
      page.fill("[name='v:/staff']", "43");
      adviser.leaveSession();
      send(page);
      assertThat(page.locator("h1")).hasText("セッションが終了しました");
      PageChecks.check(page, "session-ended");
      adviser.takeScreenshot("session-ended-ja");
      adviser.signInBeside("main ol a", "officer-smrj");
      page.click("main form button");
      assertThat(page.locator("#errors-title")).containsText("サインインし直しました");
      assertThat(page.locator("[name='v:/staff']")).hasValue("43");
      send(page);
      assertThat(page.locator(".done")).isVisible();
    }
  }

  @Test
  void an_adviser_answers_a_questionnaire_pair_by_pair() {
    try (var adviser = at("/commands/readinessAssessmentsAssess", "officer-smrj", "ja-JP")) {
      Page page = adviser.page();
      page.click("button[value='add:/answers']");
      assertThat(page.locator("[name='v:/answers/0/name']")).isFocused();
      page.fill("[name='v:/answers/0/name']", "no-such-question");
      page.fill("[name='v:/answers/0/value']", "yes");
      page.fill("[name='v:/companyId']", "cmp_00000000000000000000000001");
      send(page);
      assertThat(page.locator("#errors")).isFocused();
      assertThat(page.locator("[name='v:/answers/0/name']")).hasValue("no-such-question");
      PageChecks.check(page, "questionnaire");
      adviser.takeScreenshot("form-pairs-ja");
    }
  }

  @Test
  void an_auditor_sees_who_did_what_and_can_do_nothing() {
    var mission = missions.announce("jica", "mej", "VN", "endoscopy");
    try (var auditor = at("/records/" + mission, "controltower", "ja-JP")) {
      Page page = auditor.page();
      assertThat(page.locator("section:has(#history)")).containsText("日本貿易振興機構");
      assertThat(page.locator("section:has(#actions) .buttons a")).hasCount(0);
      assertThat(page.locator("section:has(#actions) summary")).isVisible();
      PageChecks.check(page, "auditor");

      page.click(".kinds a[href='/kinds/mission']");
      assertThat(page.locator("a[href*='/kinds/mission/export.csv']")).isVisible();
      page.click("header a[href='/status']");
      assertThat(page.locator("h1")).hasText("稼働状況");
      auditor.hasNothingToComplainOf();
    }
  }

  @Test
  void a_viewer_sees_what_is_public_and_is_told_why_the_rest_is_refused() {
    var mission = missions.announce("jica", "mej", "VN", "endoscopy");
    try (var viewer = at("/cells/VN/endoscopy", "viewer", "en-GB")) {
      Page page = viewer.page();
      page.click("a[href='/records/" + mission + "']");
      assertThat(page.locator("section:has(#card)")).isVisible();
      assertThat(page.locator("section:has(#actions) .buttons a")).hasCount(0);
      PageChecks.check(page, "viewer");

      viewer.open("/commands/missionsDraft");
      page.fill("[name='v:/title/en']", "Typed in vain");
      send(page);
      assertThat(page.locator("#errors-title")).hasText("Your agency may not do this");
      assertThat(page.locator("[name='v:/title/en']")).hasValue("Typed in vain");
    }
  }

  private static void send(Page page) {
    page.click(".submit .button");
  }
}
