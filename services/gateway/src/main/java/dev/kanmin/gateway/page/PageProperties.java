package dev.kanmin.gateway.page;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the pages, {@code kanmin.page.*}.
 *
 * @param issuer the OpenID provider that people sign in at, without a slash at the end
 * @param client id of the gateway at that provider; a public client, so there is no secret
 * @param liveEvery how often an open page is told what changed
 */
@ConfigurationProperties("kanmin.page")
record PageProperties(
    URI issuer,
    @DefaultValue("kanmin-web") String client,
    @DefaultValue("200ms") Duration liveEvery) {

  /** Whether this is a local run, whose issuer and data are for demonstration. */
  boolean isDemo() {
    var host = issuer.getHost();
    return host != null
        && (host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
  }

  /** Scheme, host and port of the issuer. */
  String issuerOrigin() {
    return issuer.getScheme() + "://" + issuer.getAuthority();
  }
}
