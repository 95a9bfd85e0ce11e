package dev.kanmin.gateway.page;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Makes what surrounds a page from the request. */
final class PageMaker {
  private final PageProperties properties;
  private final Assets assets = Assets.fromClassPath();

  PageMaker(PageProperties properties) {
    this.properties = properties;
  }

  /** For somebody who is signed in. */
  Mono<Page> signedIn(ServerRequest request, String title, String place) {
    var language = PageLanguage.of(request.exchange().getRequest());
    var agency =
        request
            .principal()
            .map(principal -> agency(principal, Wording.in(language)))
            .defaultIfEmpty("");
    return Mono.zip(agency, csrf(request))
        .map(
            known ->
                page(
                    request,
                    title,
                    place,
                    known.getT1(),
                    known.getT2(),
                    List.of(assets.sheet()),
                    List.of(assets.script())));
  }

  /** For anybody. */
  Page open(
      ServerRequest request,
      String title,
      String place,
      List<String> stylesheets,
      List<String> scripts) {
    var sheets = new ArrayList<>(stylesheets);
    sheets.add(assets.sheet());
    return page(request, title, place, "", Page.Csrf.NONE, sheets, scripts);
  }

  private Page page(
      ServerRequest request,
      String title,
      String place,
      String agency,
      Page.Csrf csrf,
      List<String> stylesheets,
      List<String> scripts) {
    var language = PageLanguage.of(request.exchange().getRequest());
    return new Page(
        language.tag(),
        title,
        place,
        Arrays.stream(PageLanguage.values())
            .map(choice -> choice(request, choice, language))
            .toList(),
        agency,
        csrf,
        properties.isDemo(),
        assets,
        List.copyOf(stylesheets),
        scripts);
  }

  private static Page.LanguageChoice choice(
      ServerRequest request, PageLanguage choice, PageLanguage current) {
    var address =
        UriComponentsBuilder.fromUri(request.uri())
            .scheme(null)
            .host(null)
            .port(-1)
            .replaceQueryParam(PageLanguage.PARAMETER, choice.tag())
            .build(true)
            .toUriString();
    return new Page.LanguageChoice(choice.tag(), choice.ownName(), address, choice == current);
  }

  private static String agency(Principal principal, Wording wording) {
    return principal instanceof Authentication authentication
            && authentication.getPrincipal() instanceof OAuth2AuthenticatedPrincipal person
            && person.getAttribute("agency") instanceof String code
        ? wording.agency(code)
        : principal.getName();
  }

  private static Mono<Page.Csrf> csrf(ServerRequest request) {
    return request.attribute(CsrfToken.class.getName()).orElse(Mono.empty())
            instanceof Mono<?> token
        ? token
            .ofType(CsrfToken.class)
            .map(known -> new Page.Csrf(known.getParameterName(), known.getToken()))
            .defaultIfEmpty(Page.Csrf.NONE)
        : Mono.just(Page.Csrf.NONE);
  }
}
