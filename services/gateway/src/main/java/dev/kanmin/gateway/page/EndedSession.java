package dev.kanmin.gateway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Somebody sends a form after their session has ended. The page that says so holds what they typed
 * and, once they have signed in again, hands it back to the form; nothing is done until it is sent
 * from there.
 */
final class EndedSession implements ServerAuthenticationEntryPoint, ServerWebExchangeMatcher {
  /** Where what was typed goes once somebody is signed in again: below the address of the form. */
  static final String AGAIN = "/again";

  private static final String FORMS = "/commands/";

  /** What a form carries besides what is typed. */
  private static final Set<String> CARRIED = Set.of("key", "version");

  private final PageMaker pages;
  private final PageRenderer renderer;

  EndedSession(PageMaker pages, PageRenderer renderer) {
    this.pages = pages;
    this.renderer = renderer;
  }

  /** An input of the form as it was sent. */
  record Typed(String name, String value) {}

  /** A form that was sent from a page of ours: what others send is not handed back to anybody. */
  @Override
  public Mono<MatchResult> matches(ServerWebExchange exchange) {
    return isOf(exchange) ? MatchResult.match() : MatchResult.notMatch();
  }

  static boolean isOf(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return request.getMethod().equals(HttpMethod.POST)
        && request.getPath().value().startsWith(FORMS)
        && SameOrigin.isSaid(request.getHeaders());
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException nobody) {
    return explain(exchange);
  }

  Mono<Void> explain(ServerWebExchange exchange) {
    return exchange.getFormData().flatMap(form -> explain(exchange, form));
  }

  private Mono<Void> explain(ServerWebExchange exchange, MultiValueMap<String, String> form) {
    var language = PageLanguage.of(exchange.getRequest());
    var wording = Wording.in(language);
    var heading = wording.say("page.session-ended.heading");
    var page =
        pages.open(
            ServerRequest.create(exchange, List.of()),
            wording.say("title.of", heading),
            "",
            List.of(),
            List.of());
    exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
    return renderer.write(
        exchange,
        "session-ended",
        language,
        Map.of(
            "page",
            page,
            "heading",
            heading,
            "signIn",
            PageSecurity.SIGN_IN,
            "action",
            again(exchange),
            "typed",
            typed(form)));
  }

  private static String again(ServerWebExchange exchange) {
    var address = exchange.getRequest().getURI();
    var path =
        address.getRawPath().endsWith(AGAIN) ? address.getRawPath() : address.getRawPath() + AGAIN;
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  private static List<Typed> typed(MultiValueMap<String, String> form) {
    List<Typed> typed = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith("v:") || name.startsWith("i:") || CARRIED.contains(name)) {
            values.forEach(value -> typed.add(new Typed(name, value)));
          }
        });
    return List.copyOf(typed);
  }
}
