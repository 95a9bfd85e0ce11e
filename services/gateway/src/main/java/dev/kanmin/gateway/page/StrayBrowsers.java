package dev.kanmin.gateway.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Somebody who opens an address in a browser at which there is nothing gets a page that says so,
 * where a program gets a problem. Nothing is let through here.
 */
final class StrayBrowsers implements ServerAuthenticationEntryPoint, ServerWebExchangeMatcher {
  private static final String API = "/v1/";
  private final PageMaker pages;
  private final PageRenderer renderer;

  StrayBrowsers(PageMaker pages, PageRenderer renderer) {
    this.pages = pages;
    this.renderer = renderer;
  }

  @Override
  public Mono<MatchResult> matches(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return request.getMethod().equals(HttpMethod.GET)
            && !request.getPath().value().startsWith(API)
            && asksForPages(request.getHeaders().getFirst("Accept"))
        ? MatchResult.match()
        : MatchResult.notMatch();
  }

  /** Browsers name HTML first; what takes anything is a program. */
  private static boolean asksForPages(@Nullable String accept) {
    return accept != null && accept.startsWith(MediaType.TEXT_HTML_VALUE);
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException nobody) {
    var language = PageLanguage.of(exchange.getRequest());
    var wording = Wording.in(language);
    var heading = wording.say("page.no-address.heading");
    var page =
        pages.open(
            ServerRequest.create(exchange, List.of()),
            wording.say("title.of", heading),
            "",
            List.of(),
            List.of());
    exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
    return renderer.write(
        exchange,
        "message",
        language,
        Map.of(
            "page",
            page,
            "heading",
            heading,
            "lead",
            wording.say("page.no-address.lead"),
            "href",
            "/",
            "link",
            wording.say("page.home")));
  }
}
