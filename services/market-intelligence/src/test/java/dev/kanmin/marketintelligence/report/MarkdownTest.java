package dev.kanmin.marketintelligence.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void markdown_becomes_html() {
    assertThat(Markdown.html("# 概要\n\n- **a**\n"))
        .isEqualTo("<h1>概要</h1>\n<ul>\n<li><strong>a</strong></li>\n</ul>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html;base64,xx)",
        "![a](https://example.org/pixel.png)",
        "<https://a\" onmouseover=\"x>",
        "[a]: javascript:alert(1)\n\n[a]",
        "[a](vbscript:x)",
        "[a](&#106;avascript:alert(1))"
      })
  void nothing_in_it_is_carried_out_or_fetched(String hostile) {
    assertThat(Markdown.html(hostile))
        .doesNotContainIgnoringCase(
            "<script",
            "<img",
            "href=\"javascript",
            "href=\"data",
            "href=\"vbscript",
            " onmouseover=\"");
  }

  @Test
  void deep_nesting_is_no_danger() {
    assertThat(Markdown.html("> ".repeat(20_000) + "a")).isNotEmpty();
    assertThat(Markdown.html("*a_ ".repeat(20_000))).isNotEmpty();
    assertThat(Markdown.html("[".repeat(20_000))).isNotEmpty();
  }
}
