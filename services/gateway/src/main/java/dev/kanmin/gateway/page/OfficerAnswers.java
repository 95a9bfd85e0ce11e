package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.owner.Reply;
import dev.kanmin.gateway.view.CellViews;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What pages of records and of commands share: who asks, the frame, and what is not there. */
final class OfficerAnswers {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

  private final PageFacts facts;
  private final ApiSource source;
  private final OfficerTokens tokens;
  private final PageMaker pages;
  private final PageRenderer renderer;
  private final Clock clock;

  OfficerAnswers(
      PageFacts facts,
      ApiSource source,
      OfficerTokens tokens,
      PageMaker pages,
      PageRenderer renderer,
      Clock clock) {
    this.facts = facts;
    this.source = source;
    this.tokens = tokens;
    this.pages = pages;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** Whether a record could be called so. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Puts records into words for them. */
  RecordMaker records(Officer officer) {
    return new RecordMaker(officer, facts.subjects(), today());
  }

  /** Who asks, with what is needed to work for them. */
  Mono<Officer> officer(ServerRequest request) {
    Wording wording = wording(request);
    return Mono.zip(source.api(request.exchange()), tokens.of(request))
        .map(both -> new Officer(wording, new PageWords(wording), both.getT1(), both.getT2()));
  }

  /** A page in the frame that all pages of officers have. */
  Mono<ServerResponse> page(
      ServerRequest request,
      HttpStatus status,
      String title,
      String template,
      Map<String, Object> model) {
    return pages
        .signedIn(request, wording(request).say("title.of", title), "")
        .flatMap(
            page -> {
              Map<String, Object> all = new HashMap<>(model);
              all.put("page", page);
              return renderer.answer(request, status, template, all);
            });
  }

  /** There is nothing of that name, or not for this person. */
  Mono<ServerResponse> unknown(ServerRequest request, String asked) {
    Wording wording = wording(request);
    return page(
        request,
        HttpStatus.NOT_FOUND,
        wording.say("page.no-record.heading"),
        "message",
        Map.of(
            "heading", wording.say("page.no-record.heading"),
            "lead", wording.say("page.no-record.lead", asked),
            "href", "/",
            "link", wording.say("page.home")));
  }

  /** A service has not told what can be asked of it: it starts, or is down. */
  Mono<ServerResponse> notNow(ServerRequest request) {
    Wording wording = wording(request);
    return page(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        wording.say("page.not-now.heading"),
        "message",
        Map.of(
            "heading", wording.say("page.not-now.heading"),
            "lead", wording.say("page.not-now.lead"),
            "href",
                request.uri().getRawQuery() == null
                    ? request.path()
                    : request.path() + "?" + request.uri().getRawQuery(),
            "link", wording.say("page.not-now.again")));
  }

  /** The service that owns it does not show it: why it says so itself. */
  Mono<ServerResponse> notShown(ServerRequest request, String href, Reply reply) {
    Wording wording = wording(request);
    return page(
        request,
        HttpStatus.valueOf(reply.status()),
        wording.say("page.not-shown.heading"),
        "message",
        Map.of(
            "heading", wording.say("page.not-shown.heading"),
            "lead", wording.sayOr("rule." + reply.problem(), reply.detail()),
            "href", href,
            "link", wording.say("page.not-shown.back")));
  }

  /** What is asked of the services needs a token that has not expired. */
  static Mono<ServerResponse> signInAgain() {
    return ServerResponse.seeOther(URI.create(PageSecurity.SIGN_IN)).build();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CellViews.ZONE);
  }

  private static Wording wording(ServerRequest request) {
    return Wording.in(PageLanguage.of(request.exchange().getRequest()));
  }
}
