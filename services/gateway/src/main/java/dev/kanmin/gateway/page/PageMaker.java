package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.gateway.picture.CardCodes;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.function.server.ServerRequest;
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
    return agency.flatMap(
        known ->
            csrf(request, known)
                .map(
                    token ->
                        page(
                            request,
                            title,
                            place,
                            choices(request, language),
                            known,
                            token,
                            assets.sheets(),
                            List.of(assets.script()))));
  }

  /** For somebody who has just signed out; in one language, as it cannot be opened again. */
  Page leaving(ServerRequest request, String title, String script) {
    return page(
        request, title, "", List.of(), "", Page.Csrf.NONE, assets.sheets(), List.of(script));
  }

  /** For anybody. */
  Page open(
      ServerRequest request,
      String title,
      String place,
      List<String> stylesheets,
      List<String> scripts) {
    var sheets = new ArrayList<>(stylesheets);
    sheets.addAll(assets.sheets());
    var choices = choices(request, PageLanguage.of(request.exchange().getRequest()));
    return page(request, title, place, choices, "", Page.Csrf.NONE, sheets, scripts);
  }

  private Page page(
      ServerRequest request,
      String title,
      String place,
      List<Page.LanguageChoice> languages,
      String agency,
      Page.Csrf csrf,
      List<String> stylesheets,
      List<String> scripts) {
    var language = PageLanguage.of(request.exchange().getRequest());
    return new Page(
        language.tag(),
        title,
        place,
        agency.isEmpty() ? List.of() : kinds(place, Wording.in(language)),
        languages,
        agency,
        csrf,
        properties.isDemo(),
        assets,
        List.copyOf(stylesheets),
        scripts);
  }

  private static List<Page.KindChoice> kinds(String place, Wording wording) {
    return CodeLists.list(CardCodes.KINDS).currentCodes().stream()
        .map(
            kind ->
                new Page.KindChoice(
                    wording.label(CardCodes.KINDS, kind),
                    "/kinds/" + kind,
                    place.equals("kind-" + kind)))
        .toList();
  }

  private static List<Page.LanguageChoice> choices(ServerRequest request, PageLanguage current) {
    return Arrays.stream(PageLanguage.values())
        .map(choice -> choice(request, choice, current))
        .toList();
  }

  private static Page.LanguageChoice choice(
      ServerRequest request, PageLanguage choice, PageLanguage current) {
    var address =
        request.requestPath().value()
            + otherParameters(request)
            + PageLanguage.PARAMETER
            + "="
            + choice.tag();
    return new Page.LanguageChoice(choice.tag(), choice.ownName(), address, choice == current);
  }

  private static String agency(Principal principal, Wording wording) {
    return principal instanceof Authentication authentication
            && authentication.getPrincipal() instanceof OAuth2AuthenticatedPrincipal person
            && person.getAttribute("agency") instanceof String code
        ? wording.agency(code)
        : principal.getName();
  }

  /** The query as it was sent, whatever it is made of, up to where one more may follow. */
  private static String otherParameters(ServerRequest request) {
    var query = request.uri().getRawQuery();
    return query == null
        ? "?"
        : Arrays.stream(query.split("&", -1))
            .filter(part -> !part.isEmpty() && !isLanguage(part))
            .map(part -> part + "&")
            .collect(Collectors.joining("", "?", ""));
  }

  private static boolean isLanguage(String part) {
    return part.equals(PageLanguage.PARAMETER) || part.startsWith(PageLanguage.PARAMETER + "=");
  }

  /** Asked for by somebody who is signed in: for others a session would be made to keep it. */
  private static Mono<Page.Csrf> csrf(ServerRequest request, String agency) {
    if (agency.isEmpty()) {
      return Mono.just(Page.Csrf.NONE);
    }
    return request.attribute(CsrfToken.class.getName()).orElse(Mono.empty())
            instanceof Mono<?> token
        ? token
            .ofType(CsrfToken.class)
            .map(known -> new Page.Csrf(known.getParameterName(), known.getToken()))
            .defaultIfEmpty(Page.Csrf.NONE)
        : Mono.just(Page.Csrf.NONE);
  }
}
