package dev.kanmin.proof.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** What holds of every page, whatever it shows. */
final class PageChecks {
  /** Cells in which a word stands letter below letter. */
  private static final String NARROW_CELLS =
      """
      () => [...document.querySelectorAll("td, th, dt, dd")]
        .filter((cell) => {
          const size = parseFloat(getComputedStyle(cell).fontSize);
          const box = cell.getBoundingClientRect();
          return box.width > 0 && cell.innerText.trim().length > 4
            && box.width < 3 * size && box.height > 4 * size;
        })
        .map((cell) => cell.innerText.trim().slice(0, 40))""";

  /** What is pressed with a thumb and is lower than 44 pixels. */
  private static final String LOW_TARGETS =
      """
      () => [...document.querySelectorAll("nav a, button, .button, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio])")]
        .filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 1 && box.height > 1 && box.height < 43.5 && !one.closest("#swagger-ui");
        })
        .map((one) => one.outerHTML.slice(0, 80))""";

  private static final String SIDEWAYS =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private PageChecks() {}

  /** No rule of axe is broken, best practices included, and nothing is too small or cut off. */
  static void check(Page page, String where) {
    var violations =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .map(
                    rule ->
                        rule.getId()
                            + ": "
                            + rule.getHelp()
                            + " "
                            + rule.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(3)
                                .toList())
                .toList();
    var all = new SoftAssertions();
    all.assertThat(violations).as(where).isEmpty();
    all.assertThat(page.evaluate(SIDEWAYS)).as(where + " scrolls sideways").isEqualTo(0);
    all.assertThat(page.evaluate(NARROW_CELLS)).as(where + " narrow cells").isEqualTo(List.of());
    all.assertThat(page.evaluate(LOW_TARGETS)).as(where + " low targets").isEqualTo(List.of());
    all.assertAll();
  }
}
