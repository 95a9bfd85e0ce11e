package dev.kanmin.marketintelligence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a report, what is shown of it runs nothing and tells nobody who reads. */
class MarkdownFuzzTest {
  static Stream<Arguments> seeds() {
    return Stream.of(
        Arguments.of("# A\n\n- **b** [c](https://example.org) ![d](http://x) <script>e</script>"),
        Arguments.of("[a](javascript:alert(1)) <img src=x onerror=y>\n\n> 1. `c`\n\n```\nd\n```"));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void what_is_shown_is_safe(@NotNull String markdown) {
    String html = Markdown.html(markdown).toLowerCase(Locale.ROOT);
    assertThat(html).doesNotContain("<script", "<img", "<iframe", "href=\"javascript:", "<svg");
  }
}
