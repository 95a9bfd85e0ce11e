package dev.kanmin.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.kanmin.proof.LocalSystem;
import dev.kanmin.proof.SharedSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page in both languages, on a phone and on a desk, in light and in dark. */
@ExtendWith(SharedSystem.class)
@Order(17)
final class EveryPageTest {
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);
  private static final int TRIES = 3;
  private static Optional<Chromium> chromium = Optional.empty();

  private final String gateway;
  private final String mission;
  private final String plan;

  EveryPageTest(LocalSystem system) {
    this.gateway = system.gateway();
    var missions = new Missions(gateway, system.api().token("jetro"));
    this.mission = missions.announce("jica", "mej", "VN", "endoscopy");
    this.plan = missions.planMeetings(mission);
  }

  /** A screen. */
  private record Screen(String name, String locale, int width, int height, ColorScheme colours) {}

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
    if (chromium.isEmpty()) {
      NotRun.because("every page in a browser", "no Chromium");
    }
  }

  @AfterAll
  static void closeBrowser() {
    chromium.ifPresent(Chromium::close);
  }

  @Test
  void on_a_phone_in_japanese() {
    every(new Screen("ja-phone", "ja-JP", 360, 780, ColorScheme.LIGHT));
  }

  @Test
  void on_a_desk_in_japanese() {
    every(new Screen("ja-desk", "ja-JP", 1280, 900, ColorScheme.LIGHT));
  }

  @Test
  void on_a_phone_in_english_in_the_dark() {
    every(new Screen("en-phone-dark", "en-GB", 360, 780, ColorScheme.DARK));
  }

  @Test
  void on_a_desk_in_english() {
    every(new Screen("en-desk", "en-GB", 1280, 900, ColorScheme.LIGHT));
  }

  @Test
  void on_a_tablet_in_japanese_in_the_dark() {
    every(new Screen("ja-tablet-dark", "ja-JP", 820, 1100, ColorScheme.DARK));
  }

  private void every(Screen screen) {
    var options =
        new Browser.NewContextOptions()
            .setLocale(screen.locale())
            .setViewportSize(screen.width(), screen.height())
            .setColorScheme(screen.colours());
    List<AssertionError> failures = new ArrayList<>();
    try (var officer = new Officer(chromium.orElseThrow().browser(), gateway, options)) {
      officer.open("/home");
      officer.signIn("officer-jetro");
      pages()
          .forEach(
              (name, path) -> {
                try {
                  one(officer, screen.name() + "-" + name, path);
                } catch (AssertionError failure) {
                  failures.add(failure);
                }
              });
    }
    assertThat(failures).isEmpty();
  }

  private static void one(Officer officer, String name, String path) {
    officer.forgetComplaints();
    var fastest = Duration.ofDays(1);
    for (int again = 0; again < TRIES && fastest.compareTo(ONE_SECOND) >= 0; again++) {
      long began = System.nanoTime();
      officer.open(path);
      var took = Duration.ofNanos(System.nanoTime() - began);
      fastest = took.compareTo(fastest) < 0 ? took : fastest;
    }
    officer.takeScreenshot("every/" + name);
    PageChecks.check(officer.page(), name);
    // the browser complains of what is not there
    if (!name.endsWith("-not-found") && !name.endsWith("-no-address")) {
      officer.hasNothingToComplainOf();
    }
    assertThat(fastest).as(name).isLessThan(ONE_SECOND);
  }

  private Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/home");
    pages.put("matrix", "/");
    pages.put("map", "/map");
    pages.put("charts", "/charts?kind=mission");
    pages.put("list", "/kinds/mission");
    pages.put("cell", "/cells/VN/endoscopy");
    pages.put("country", "/countries/VN");
    pages.put("brief", "/countries/VN/brief");
    pages.put("field", "/fields/endoscopy");
    pages.put("targets", "/overviews/targetsOverview");
    pages.put("review-pack", "/overviews/reviewsPack?country=VN");
    pages.put("record", "/records/" + mission);
    pages.put("timetable", "/records/" + plan + "/timetable");
    pages.put("form", "/commands/missionsDraft");
    pages.put("amend", "/commands/missionsAmend?id=" + mission);
    pages.put("upload", "/uploads/companiesImport");
    pages.put("not-found", "/countries/XX");
    pages.put("no-address", "/no-such-page");
    pages.put("status", "/status");
    pages.put("problems", "/docs/problems");
    return pages;
  }

  @Test
  void the_map_is_walked_with_arrow_keys_and_opened_with_enter() {
    try (var officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP")) {
      officer.open("/map");
      officer.signIn("officer-jica");
      Page page = officer.page();
      page.locator(".tiles a[href='/countries/TH']").focus();
      page.keyboard().press("ArrowUp");
      assertThat(page.locator(".tiles a[href='/countries/MM']")).isFocused();
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      assertThat(page.locator(".tiles a[href='/countries/VN']")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("ベトナム");
    }
  }

  @Test
  void a_chart_is_drawn_from_the_table_beside_it() {
    try (var officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP")) {
      officer.open("/charts?kind=mission");
      officer.signIn("officer-jica");
      Page page = officer.page();
      assertThat(page.locator("#states canvas")).isVisible();
      assertThat(page.locator("#states tbody tr").first()).isVisible();
      officer.hasNothingToComplainOf();
    }
  }

  @Test
  void a_co_organiser_may_amend_and_a_supporter_sees_why_not() {
    try (var officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP")) {
      officer.open("/records/" + mission);
      officer.signIn("officer-jica");
      Page page = officer.page();
      page.click(".buttons a[href^='/commands/missionsAmend']");
      page.fill("[name='v:/capacity']", "15");
      page.click(".submit .button");
      assertThat(page.locator(".done")).isVisible();
      assertThat(page.locator("main")).containsText("訂正");
      officer.takeScreenshot("record-amended-ja");
    }
    try (var officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP")) {
      officer.open("/records/" + mission);
      officer.signIn("officer-mej");
      assertThat(officer.page().locator(".buttons a[href^='/commands/missionsAmend']")).hasCount(0);
      assertThat(officer.page().locator("main")).containsText("後援");
    }
  }

  @Test
  void who_looks_after_operations_sees_how_the_system_does() {
    try (var officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP")) {
      officer.open("/status");
      assertThat(officer.page().locator("h1")).hasText("稼働状況");
      assertThat(officer.page().locator("tbody tr").first()).isVisible();
    }
  }

  @Test
  void who_only_reads_is_offered_nothing_to_do() {
    try (var officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP")) {
      officer.open("/records/" + mission);
      officer.signIn("viewer");
      assertThat(officer.page().locator(".buttons a[href^='/commands/']")).hasCount(0);
      officer.open("/countries/VN/brief");
      assertThat(officer.page().locator("h1")).hasText("国別ブリーフ:ベトナム");
      // on paper, to be looked at
      officer
          .page()
          .pdf(
              new Page.PdfOptions()
                  .setPath(Path.of("target", "screenshots", "brief-ja.pdf"))
                  .setPreferCSSPageSize(true));
    }
  }

  @Test
  void a_timetable_is_printed_across_a_sheet_of_a4() {
    try (var officer = new Officer(chromium.orElseThrow().browser(), gateway, "ja-JP")) {
      officer.open("/records/" + plan + "/timetable?by=company");
      officer.signIn("officer-jetro");
      assertThat(officer.page().locator("thead th").first()).containsText("第一医療機器");
      var paper =
          officer
              .page()
              .pdf(
                  new Page.PdfOptions()
                      .setPath(Path.of("target", "screenshots", "timetable-ja.pdf"))
                      .setPreferCSSPageSize(true));
      assertThat(new String(paper, StandardCharsets.ISO_8859_1))
          .containsPattern("/MediaBox \\[0 0 84[12][.0-9]* 59[45]")
          .doesNotContainPattern("/MediaBox \\[0 0 59");
    }
  }
}
