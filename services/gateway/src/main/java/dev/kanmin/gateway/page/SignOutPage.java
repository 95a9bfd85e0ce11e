package dev.kanmin.gateway.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Ends the session at the issuer too (OpenID Connect RP-Initiated Logout 1.0), by a form that the
 * browser sends: in an address the id token would stay in histories and logs.
 */
final class SignOutPage implements ServerLogoutSuccessHandler {
  private final PageMaker pages;
  private final PageRenderer renderer;
  private final PageProperties properties;
  private final RedirectServerLogoutSuccessHandler home = new RedirectServerLogoutSuccessHandler();

  SignOutPage(PageMaker pages, PageRenderer renderer, PageProperties properties) {
    this.pages = pages;
    this.renderer = renderer;
    this.properties = properties;
    home.setLogoutSuccessUrl(URI.create(PageRoutes.HOME));
  }

  @Override
  public Mono<Void> onLogoutSuccess(WebFilterExchange filter, Authentication authentication) {
    return authentication.getPrincipal() instanceof OidcUser person
        ? goOn(filter.getExchange(), person.getIdToken().getTokenValue())
        : home.onLogoutSuccess(filter, authentication);
  }

  private Mono<Void> goOn(ServerWebExchange exchange, String token) {
    var language = PageLanguage.of(exchange.getRequest());
    var wording = Wording.in(language);
    var heading = wording.say("page.signed-out.heading");
    var page =
        pages.leaving(
            ServerRequest.create(exchange, List.of()),
            wording.say("title.of", heading),
            Assets.address("sign-out.js"));
    return renderer.write(
        exchange,
        "sign-out",
        language,
        Map.of(
            "page",
            page,
            "heading",
            heading,
            "action",
            properties.issuer() + "/connect/logout",
            "token",
            token,
            "client",
            properties.client(),
            "back",
            back(exchange)));
  }

  private static String back(ServerWebExchange exchange) {
    return UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
        .replacePath(PageRoutes.HOME)
        .replaceQuery(null)
        .fragment(null)
        .build()
        .toUriString();
  }
}
