package dev.kanmin.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed, {@code kanmin.security.*}.
 *
 * @param audience that a token must be made for
 * @param issuers that are trusted; without any, every token is refused
 * @param clockSkew how far the issuer's clock may be from ours
 * @param rememberTokens for how long a token that was found valid is not checked again; never
 *     beyond its expiry. A key that the issuer withdraws is believed for that long
 */
@ConfigurationProperties("kanmin.security")
record SecurityProperties(
    @DefaultValue("kanmin") String audience,
    @DefaultValue List<Issuer> issuers,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("60s") Duration rememberTokens) {

  static final String EVERY_AGENCY = "*";

  SecurityProperties {
    issuers = issuers.stream().filter(issuer -> !issuer.uri().isBlank()).toList();
  }

  /**
   * One issuer.
   *
   * @param uri as it stands in the tokens' {@code iss}
   * @param agencies codes of the agencies that it may speak for; {@code *} for every listed one
   * @param jwkSetUri where its keys are; if absent, its metadata tell
   */
  record Issuer(
      @DefaultValue("") String uri, @DefaultValue List<String> agencies, Optional<URI> jwkSetUri) {

    boolean mayActFor(String agency) {
      return agencies.contains(EVERY_AGENCY) || agencies.contains(agency);
    }
  }
}
