package dev.kanmin.web;

import dev.kanmin.events.aggregates.AggregateRules;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Expected;
import dev.kanmin.events.aggregates.IdempotencyKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives handler methods the {@link CommandContext} that the request's headers describe. */
final class CommandContextResolver implements SyncHandlerMethodArgumentResolver {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");
  private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]*\"");
  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final String TRACEPARENT_HEADER = "traceparent";

  private final Clock clock;

  CommandContextResolver(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CommandContext.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    Caller caller = CallerResolver.of(exchange);
    HttpHeaders headers = exchange.getRequest().getHeaders();
    return new CommandContext(
        caller.actor(),
        clock.instant(),
        key(exchange, caller),
        expected(headers),
        Optional.empty(),
        Optional.ofNullable(headers.getFirst(TRACEPARENT_HEADER))
            .filter(text -> TRACEPARENT.matcher(text).matches()));
  }

  private static Optional<IdempotencyKey> key(ServerWebExchange exchange, Caller caller) {
    ServerHttpRequest request = exchange.getRequest();
    return idempotencyKey(request.getHeaders())
        .map(
            key -> {
              String path = request.getPath().value();
              String scope = caller.agency() + " " + request.getMethod() + " " + path;
              String query = String.valueOf(request.getURI().getRawQuery());
              String body = exchange.getAttributeOrDefault(RequestAttributes.BODY_DIGEST, "");
              return new IdempotencyKey(scope, key, IdempotencyKey.digest(query + "\n" + body));
            });
  }

  /** The key with or without the quotes that its Internet-Draft asks for. */
  static Optional<String> idempotencyKey(HttpHeaders headers) {
    List<String> given = headers.getOrEmpty(KanminHeaders.IDEMPOTENCY_KEY);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    requireOne(KanminHeaders.IDEMPOTENCY_KEY, given);
    String key = given.getFirst();
    if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
      key = key.substring(1, key.length() - 1);
    }
    if (!KEY.matcher(key).matches()) {
      throw invalid(
          KanminHeaders.IDEMPOTENCY_KEY,
          "Idempotency-Key must be 1 to 128 printable ASCII characters without spaces, such as a"
              + " UUID.");
    }
    return Optional.of(key);
  }

  private static Expected expected(HttpHeaders headers) {
    List<String> given = headers.getOrEmpty(HttpHeaders.IF_MATCH);
    if (given.isEmpty()) {
      return Expected.ANY;
    }
    requireOne(HttpHeaders.IF_MATCH, given);
    String tag = given.getFirst().strip();
    if (tag.equals("*")) {
      return Expected.ANY;
    }
    Matcher version = VERSION.matcher(tag);
    if (version.matches()) {
      return Expected.version(Long.parseLong(version.group(1)));
    }
    if (ENTITY_TAG.matcher(tag).matches()) {
      throw AggregateRules.STALE_VERSION.refuse(
          "If-Match is " + Quoted.of(tag) + ", which is the ETag of no version.");
    }
    throw invalid(
        HttpHeaders.IF_MATCH,
        "If-Match must be one ETag as it came in an answer, such as \"3\" with its quotes.");
  }

  private static void requireOne(String header, List<String> values) {
    if (values.size() > 1) {
      throw new BadInput(
          InputFault.header(
              header,
              FaultCodes.REPEATED,
              header + " may be given once, and was given more often."));
    }
  }

  private static BadInput invalid(String header, String detail) {
    return new BadInput(InputFault.header(header, FaultCodes.INVALID_VALUE, detail));
  }
}
