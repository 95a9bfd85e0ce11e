package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.ServerRequest;

class PageRendererTest {
  private final PageRenderer renderer = new PageRenderer();
  private final AtomicInteger written = new AtomicInteger();

  /** Equal when the number is; counts how often it is put into a page. */
  private record Text(int number, AtomicInteger written) {
    @Override
    public String toString() {
      written.incrementAndGet();
      return "text " + number;
    }
  }

  @Test
  void a_page_that_is_the_same_for_everybody_is_written_once_in_each_language() {
    ask("/docs/problems?lang=en", 1);
    ask("/docs/problems?lang=en", 1);
    assertThat(written).hasValue(1);
    ask("/docs/problems?lang=ja", 1);
    assertThat(written).hasValue(2);
    ask("/docs/problems?lang=ja", 2);
    ask("/docs/problems?lang=ja", 2);
    assertThat(written).hasValue(3);
  }

  private void ask(String address, int number) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(address));
    var request = ServerRequest.create(exchange, HandlerStrategies.withDefaults().messageReaders());
    var answer =
        renderer
            .answerSame(
                request,
                HttpStatus.OK,
                "message",
                Map.of(
                    "page",
                    page(),
                    "heading",
                    "h",
                    "lead",
                    new Text(number, written),
                    "href",
                    "/",
                    "link",
                    "home"))
            .block();
    assertThat(answer.statusCode()).isEqualTo(HttpStatus.OK);
  }

  static Page page() {
    return new Page(
        "en",
        "t",
        "docs",
        List.of(),
        List.of(),
        "",
        Page.Csrf.NONE,
        false,
        Assets.fromClassPath(),
        List.of(),
        List.of());
  }
}
