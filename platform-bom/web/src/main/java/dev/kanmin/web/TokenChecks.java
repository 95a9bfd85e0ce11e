package dev.kanmin.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.AgencyCode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;

/**
 * What makes a token valid, every check written out: the signature's algorithm, the token's type,
 * issuer, audience, times, and an agency that its issuer may speak for.
 */
final class TokenChecks {
  static final String AGENCY = "agency";

  /** Asymmetric ones only: with a symmetric one, the public key would forge. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  /** RFC 9068, plain JWT, or no type; an ID token is told by its audience. */
  private static final DefaultJOSEObjectTypeVerifier<JWKSecurityContext> TYPES =
      new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

  private TokenChecks() {}

  static NimbusReactiveJwtDecoder decoder(
      SecurityProperties.Issuer issuer,
      SecurityProperties properties,
      SigningKeys keys,
      Clock clock) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSource(keys::candidates)
            .validateType(false)
            .jwtProcessorCustomizer(TokenChecks::restrict)
            .build();
    decoder.setJwtValidator(validator(issuer, properties, clock));
    return decoder;
  }

  private static void restrict(ConfigurableJWTProcessor<JWKSecurityContext> processor) {
    processor.setJWSTypeVerifier(TYPES);
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSecurityContextJWKSet()));
  }

  private static OAuth2TokenValidator<Jwt> validator(
      SecurityProperties.Issuer issuer, SecurityProperties properties, Clock clock) {
    JwtTimestampValidator times = new JwtTimestampValidator(properties.clockSkew());
    times.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        List.of(
            new JwtIssuerValidator(issuer.uri()),
            require("it has no expiry", token -> token.getExpiresAt() != null),
            times,
            require(
                "it is not made for " + properties.audience(),
                token ->
                    token.getAudience() != null
                        && token.getAudience().contains(properties.audience())),
            require("it names no agency that is known here", TokenChecks::namesListedAgency),
            require(
                "its issuer may not speak for its agency",
                token -> issuer.mayActFor(String.valueOf(token.getClaimAsString(AGENCY)))),
            require("it names no client", token -> !CallerOf.client(token).isBlank())));
  }

  private static boolean namesListedAgency(Jwt token) {
    if (!(token.getClaims().get(AGENCY) instanceof String agency)) {
      return false;
    }
    try {
      return Agencies.find(AgencyCode.of(agency)).isPresent();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static OAuth2TokenValidator<Jwt> require(
      String otherwise, java.util.function.Predicate<Jwt> check) {
    OAuth2Error error = new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, otherwise, null);
    return token ->
        check.test(token)
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(error);
  }
}
