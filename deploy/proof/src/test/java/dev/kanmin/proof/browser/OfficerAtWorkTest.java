package dev.kanmin.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.kanmin.proof.LocalSystem;
import dev.kanmin.proof.SharedSystem;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mission from its draft to its announcement, in the pages alone. */
@ExtendWith(SharedSystem.class)
@Order(16)
final class OfficerAtWorkTest {
  private static Optional<Chromium> chromium = Optional.empty();

  private final String gateway;
  private Officer officer;

  OfficerAtWorkTest(LocalSystem system) {
    this.gateway = system.gateway();
  }

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
    if (chromium.isEmpty()) {
      NotRun.because("officers at work in a browser", "no Chromium");
    }
  }

  @AfterAll
  static void closeBrowser() {
    chromium.ifPresent(Chromium::close);
  }

  @BeforeEach
  void signIn() {
    officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP");
    officer.open("/kinds/mission");
    officer.signIn("officer-jica");
  }

  @AfterEach
  void leave() {
    officer.close();
  }

  @Test
  void a_mission_is_drafted_put_right_and_announced() {
    Page page = officer.page();
    var title = "【サンプル】" + UUID.randomUUID();
    page.click(".heading .button");
    page.fill("[name='v:/title/ja']", title);
    page.click("button[value='add:/stops']");
    page.fill("[name='v:/stops/0/country']", "ベトナム (VN)");
    page.fill("[name='v:/stops/0/city']", "Hà Nội");
    page.fill("[name='v:/stops/0/from']", "2030-05-13");
    page.fill("[name='v:/stops/0/to']", "2030-05-17");
    officer.takeScreenshot("form-ja");
    page.click(".submit .button");

    // what is missing is said at its input, and what was typed is still there
    assertThat(page.locator("#errors")).isFocused();
    assertThat(page.locator("#errors a[href='#f-kind']")).isVisible();
    assertThat(page.locator("[name='v:/title/ja']")).hasValue(title);
    assertThat(page.locator("[name='v:/stops/0/city']")).hasValue("Hà Nội");
    officer.takeScreenshot("form-errors-ja");

    page.selectOption("[name='v:/kind']", "outward-mission");
    page.check("[name='v:/fields'][value='endoscopy']");
    page.fill("[name='v:/office/code']", "sample-office");
    page.fill("[name='v:/office/name/ja']", "【サンプル】課");
    page.click(".submit .button");

    assertThat(page.locator(".done")).isVisible();
    assertThat(page.locator("h1")).hasText(title);
    page.setViewportSize(390, 844);
    officer.takeScreenshot("record-draft-ja-narrow");
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);

    page.locator(".buttons a[href^='/commands/missionsAnnounce']").click();
    page.click(".submit .button");
    assertThat(page.locator(".done")).isVisible();
    assertThat(page.locator(".kind .chip")).hasText("予告済み");
    assertThat(page.locator("#history")).isVisible();
    page.click(".languages a[lang=en]");
    assertThat(page.locator(".kind .chip")).hasText(Pattern.compile("Announced"));
    officer.takeScreenshot("record-en-narrow");

    page.fill(".search input", title);
    page.click(".search button");
    assertThat(page.locator("table a", new Page.LocatorOptions().setHasText(title))).isVisible();
  }
}
