package dev.kanmin.web;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The filter chain's refusals as problems. */
final class SecurityProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {
  private final RefusalLog refusals;

  SecurityProblems(RefusalLog refusals) {
    this.refusals = refusals;
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
    return answer(
        exchange,
        error instanceof InvalidBearerTokenException
            ? BearerChallenge.tokenInvalid(error.getMessage() + ".")
            : BearerChallenge.tokenMissing());
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
    return answer(
        exchange, ProblemTypes.FORBIDDEN.with("This is not open to callers from outside."));
  }

  private Mono<Void> answer(ServerWebExchange exchange, ProblemException problem) {
    refusals.record(exchange, problem);
    return ProblemWriter.write(exchange, problem);
  }
}
