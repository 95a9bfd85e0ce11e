package dev.kanmin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody at a browser, with cookies of their own. What the browser complains of is kept. */
final class Officer implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String PASSWORD = "kanmin-local";
  private static final double PATIENCE_MILLIS = 20_000;

  private final BrowserContext context;
  private final Page page;
  private final String gateway;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Officer(Browser browser, String gateway, String locale) {
    this(
        browser,
        gateway,
        new Browser.NewContextOptions().setLocale(locale).setViewportSize(1440, 1000));
  }

  Officer(Browser browser, String gateway, Browser.NewContextOptions options) {
    this.context = browser.newContext(options);
    this.context.setDefaultTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
    this.gateway = gateway;
    page.onConsoleMessage(this::heard);
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  /** Opens a page of the gateway. */
  void open(String path) {
    page.navigate(gateway + path);
  }

  /** Fills in the issuer's form, to which the page must have led. */
  void signIn(String user) {
    page.fill("input[name=username]", user);
    page.fill("input[name=password]", PASSWORD);
    page.click("button[type=submit], input[type=submit]");
    page.waitForURL(gateway + "/**");
  }

  /** Signs in in another tab, to which that link leads. */
  void signInBeside(String link, String user) {
    try (var tab = page.waitForPopup(() -> page.click(link))) {
      tab.fill("input[name=username]", user);
      tab.fill("input[name=password]", PASSWORD);
      tab.click("button[type=submit], input[type=submit]");
      tab.waitForURL(gateway + "/**");
    }
  }

  /** Its session is over, here and at the issuer, while the page is still open. */
  void leaveSession() {
    context.clearCookies();
  }

  /** Waits until the page says that it is live. */
  void awaitLive() {
    page.waitForSelector("#live[data-state=on]");
  }

  void takeScreenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /** Nothing was blocked by the content security policy, missing or broken. */
  void hasNothingToComplainOf() {
    assertThat(complaints).isEmpty();
  }

  /** What was complained of on the pages so far is not held against the next. */
  void forgetComplaints() {
    complaints.clear();
  }

  private void heard(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add(message.text() + " at " + message.location());
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
