package dev.kanmin.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoTimeoutException;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Money;
import dev.kanmin.events.aggregates.AggregateRules;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.events.aggregates.Rule;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A controller as services write them, with one method per convention. */
@RestController
@RequestMapping("/v1/things")
class ThingsController {
  private static final Logger LOG = LoggerFactory.getLogger(ThingsController.class);
  private static final Rule DEADLINE_PASSED =
      Rule.conflict("deadline-passed", "The deadline has passed");

  private static final LifeCycle<Object, String> LIFE_CYCLE =
      LifeCycle.of("mission", "things:write", (String thing) -> Colour.RED, DEADLINE_PASSED)
          .with(
              LifeCycle.<Integer, String>verb("announce", Integer.class).from(Colour.RED),
              LifeCycle.<Long, String>verb("open", Long.class).from(Colour.DARK_BLUE));

  record Thing(
      String name,
      CountryCode country,
      Optional<Money> fee,
      int capacity,
      Colour colour,
      List<Stop> stops,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> notes,
      Optional<LocalDate> deadline) {}

  record Stop(CountryCode country, LocalDate from) {}

  enum Colour implements Coded {
    DARK_BLUE,
    RED
  }

  record Seen(
      String actor,
      Optional<String> scope,
      Optional<String> key,
      Optional<String> request,
      String expected,
      Optional<String> traceparent) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("things:write")
  Mono<ResponseEntity<Receipt>> createThing(@RequestBody Thing thing, CommandContext context) {
    Receipt receipt =
        new Receipt(
            "thg_" + thing.name(),
            2,
            List.of("/things/thg_1/1", "/things/thg_1/2", "/things/thg_2/1"),
            false);
    return Mono.just(Answers.created(receipt, URI.create("/v1/things/" + receipt.id())));
  }

  @PutMapping("/{id}")
  @RequiresScope("things:write")
  @RequiresIfMatch
  ResponseEntity<Receipt> editThing(@PathVariable String id, CommandContext context) {
    return Answers.accepted(new Receipt(id, 4, List.of("/things/" + id + "/4"), false));
  }

  @PostMapping("/seen")
  @RequiresScope("things:write")
  Seen seen(@RequestBody Stop body, CommandContext context) {
    return new Seen(
        context.actor().toString(),
        context.key().map(key -> key.scope()),
        context.key().map(key -> key.key()),
        context.key().map(key -> key.request()),
        context.expected().toString(),
        context.traceparent());
  }

  @GetMapping
  @RequiresScope("things:read")
  ResponseEntity<Page<String>> listThings(
      @RequestParam Optional<CountryCode> country,
      @RequestParam Optional<Colour> colour,
      @RequestParam Optional<List<String>> tag,
      PageRequest page,
      ServerWebExchange exchange) {
    return Pages.respond(
        new Page<>(
            List.of(page.toString(), country + "/" + colour + "/" + tag),
            Optional.of("next-page"),
            List.of()),
        exchange);
  }

  /** Which things a list is to show. */
  record ThingFilter(
      Optional<CountryCode> country,
      Optional<Colour> colour,
      Optional<LocalDate> from,
      Optional<String> kind) {
    ThingFilter {
      BadInput.unlessListed("kind", CodeLists.MISSION_KINDS, kind);
    }
  }

  @GetMapping("/filtered")
  @RequiresScope("things:read")
  String filteredThings(@ParameterObject ThingFilter filter, PageRequest page) {
    return filter.toString();
  }

  @GetMapping("/{id}/actions")
  @RequiresScope("things:read")
  List<ActionView> actions(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    Answers.showVersion(exchange, 7);
    return ActionView.of(LIFE_CYCLE, id, reader);
  }

  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @RequiresScope("things:read")
  ResponseEntity<Stop> readThing(@PathVariable String id) {
    return Answers.ok(new Stop(CountryCode.of("VN"), LocalDate.of(2027, 1, 2)), 7);
  }

  @GetMapping("/day/{day}")
  @RequiresScope("things:read")
  String day(
      @PathVariable LocalDate day,
      @RequestParam int count,
      @RequestHeader("Kanmin-Number") Optional<Integer> number) {
    return day + "/" + count + "/" + number;
  }

  @DeleteMapping("/{id}")
  @RequiresScope("things:delete")
  Mono<Void> deleteThing(@PathVariable String id) {
    return Mono.empty();
  }

  @PostMapping("/refused")
  @RequiresScope("things:write")
  Mono<Void> refused(@RequestParam String how) {
    return Mono.error(
        switch (how) {
          case "conflict" -> DEADLINE_PASSED.refuse("It passed on 1 May.", "/deadline");
          case "forbidden" -> Rule.forbidden("not-yours", "Not yours").refuse("It is JETRO's.");
          case "missing" -> Rule.notFound("no-such-thing", "No such thing").refuse("None.");
          case "invalid" -> Rule.invalid("two-stops", "Two stops").refuse("Both are on 1 May.");
          case "stale" -> AggregateRules.STALE_VERSION.refuse("It is at 3.");
          case "full" -> AggregateRules.OUTBOX_FULL.refuse("Wait.");
          case "slow" -> new TimeoutException("inside");
          case "store" -> new MongoTimeoutException("mongodb://secret");
          case "store-gone" -> new MongoServerUnavailableException("mongodb://secret");
          default -> new IllegalStateException("password=secret");
        });
  }

  @GetMapping("/public")
  @PublicEndpoint
  Mono<String> everybody() {
    return Mono.just("hello").delayElement(Duration.ofMillis(1));
  }

  @GetMapping("/logged")
  @PublicEndpoint
  Mono<String> logged() {
    return Mono.delay(Duration.ofMillis(1))
        .handle(
            (tick, answer) -> {
              LOG.info("on another thread");
              answer.next("logged");
            });
  }

  @GetMapping("/me")
  @RequiresScope("things:read")
  Caller me(Caller caller) {
    return caller;
  }
}
