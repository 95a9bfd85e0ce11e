package dev.kanmin.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.kanmin.proof.LocalSystem;
import dev.kanmin.proof.SharedSystem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an officer of JICA does with the pages. */
@ExtendWith(SharedSystem.class)
@Order(15)
final class PageInBrowserTest {
  private static final String OFFICER = "officer-jica";
  private static Optional<Chromium> chromium = Optional.empty();

  private final String gateway;
  private final Missions missions;
  private Officer officer;

  PageInBrowserTest(LocalSystem system) {
    this.gateway = system.gateway();
    this.missions = new Missions(gateway, system.api().token("jetro"));
  }

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
    if (chromium.isEmpty()) {
      NotRun.because("the pages in a browser", "no Chromium");
    }
  }

  @AfterAll
  static void closeBrowser() {
    chromium.ifPresent(Chromium::close);
  }

  @BeforeEach
  void signIn() {
    officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP");
    officer.open("/");
    officer.signIn(OFFICER);
  }

  @AfterEach
  void leave() {
    officer.close();
  }

  @Test
  void after_sign_in_the_heat_map_is_there_in_japanese() {
    Page page = officer.page();
    officer.open("/?empty=1");

    assertThat(page.locator("html")).hasAttribute("lang", "ja");
    assertThat(page.locator("th[scope=row]", named("^ベトナム$"))).isVisible();
    assertThat(page.locator("th[scope=col]", named("^内視鏡$"))).isVisible();
    assertThat(page.locator("th[scope=col]", named("^未分類$"))).isVisible();
    assertThat(page.locator(".agency")).containsText("国際協力機構");
    officer.awaitLive();
    officer.takeScreenshot("heat-map-ja");
    officer.hasNothingToComplainOf();
  }

  @Test
  void japanese_letters_are_drawn_as_themselves() {
    if (!isDrawn("漢", "字")) {
      NotRun.because("Japanese letters in a browser", "this machine has no font with them");
    }
    assertThat(isDrawn("国", "域")).isTrue();
    assertThat(isDrawn("ベ", "ナ")).isTrue();
  }

  @Test
  void a_square_leads_to_its_cell_which_speaks_english_when_asked() {
    missions.announce("VN", "endoscopy");
    Page page = officer.page();
    page.click("#VN-endoscopy a");
    assertThat(page.locator("h1")).hasText("ベトナム × 内視鏡");
    officer.awaitLive();
    officer.takeScreenshot("cell-ja");

    page.click(".languages a[lang=en]");

    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("h1")).hasText("Vietnam × Endoscopy");
    assertThat(page.locator("#mission")).hasText("Mission");
    officer.awaitLive();
    officer.takeScreenshot("cell-en");
    page.setViewportSize(390, 844);
    officer.takeScreenshot("cell-en-narrow");
    page.click(".back a");
    assertThat(page.locator("h1")).hasText("Countries × fields");
    officer.takeScreenshot("heat-map-en-narrow");
    officer.hasNothingToComplainOf();
  }

  @Test
  void a_command_shows_in_an_open_heat_map_and_cell_without_reloading() {
    Page page = officer.page();
    officer.awaitLive();
    page.evaluate("() => { window.stillTheSamePage = true; }");
    missions.announce("MN", "telemedicine");
    assertThat(page.locator("#MN-telemedicine.arrived")).isVisible();
    assertThat(page.locator("#live")).containsText("モンゴル × 遠隔医療");
    assertThat(page.evaluate("() => window.stillTheSamePage")).isEqualTo(true);

    page.click("#MN-telemedicine a");
    officer.awaitLive();
    var title = missions.announce("MN", "telemedicine");
    assertThat(page.locator("main")).containsText(title);
    officer.hasNothingToComplainOf();
  }

  @Test
  void who_signs_out_must_sign_in_again() {
    Page page = officer.page();
    page.click("form[action='/sign-out'] button");
    page.waitForSelector("input[name=password]");

    officer.open("/cells/VN/endoscopy");

    assertThat(page.locator("input[name=password]")).isVisible();
    assertThat(page.url()).doesNotStartWith(gateway);
  }

  @Test
  void the_api_can_be_read_and_tried_under_the_pages_security_policy() {
    Page page = officer.page();
    officer.open("/docs?lang=en");

    assertThat(page.locator("#swagger-ui .opblock-summary-path").first()).isVisible();
    assertThat(page.locator("#operations-tag-missions")).isVisible();
    assertThat(page.locator("#operations-tag-activities")).isVisible();
    officer.takeScreenshot("docs-en");
    officer.hasNothingToComplainOf();
  }

  /** Two different signs look different; without a font for them both are the same empty box. */
  private boolean isDrawn(String one, String other) {
    var different =
        officer
            .page()
            .evaluate(
                """
                ([one, other]) => {
                  const drawn = (sign) => {
                    const canvas = document.createElement("canvas");
                    const context = canvas.getContext("2d");
                    context.font = "40px " + getComputedStyle(document.body).fontFamily;
                    context.fillText(sign, 10, 60);
                    return canvas.toDataURL();
                  };
                  return drawn(one) !== drawn(other);
                }""",
                new String[] {one, other});
    return Boolean.TRUE.equals(different);
  }

  private static Page.LocatorOptions named(String pattern) {
    return new Page.LocatorOptions().setHasText(Pattern.compile(pattern));
  }
}
