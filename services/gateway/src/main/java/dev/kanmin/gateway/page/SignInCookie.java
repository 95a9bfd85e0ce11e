package dev.kanmin.gateway.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a sign-in that has begun waits for the issuer's answer: with the browser, encrypted, and
 * not in a session. So whoever opens pages without ever signing in takes no memory here. The key
 * lives as long as this process, as sessions do.
 */
final class SignInCookie
    implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  static final String NAME = "kanmin-sign-in";

  private static final String PATH = "/login/oauth2/code/";
  private static final Duration LASTS = Duration.ofMinutes(10);
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LONGEST = 4_096;

  private final ClientRegistration issuer;
  private final SecretKey key = newKey();
  private final SecureRandom random = new SecureRandom();

  /**
   * What must be known again when the browser comes back.
   *
   * @param until in milliseconds since 1970
   */
  private record Begun(String state, String redirect, String nonce, String verifier, long until) {}

  SignInCookie(ClientRegistration issuer) {
    this.issuer = issuer;
  }

  @Override
  public Mono<Void> saveAuthorizationRequest(
      OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    return Mono.fromRunnable(
        () -> {
          var begun =
              new Begun(
                  String.valueOf(request.getState()),
                  String.valueOf(request.getRedirectUri()),
                  attribute(request, OidcParameterNames.NONCE),
                  attribute(request, PkceParameterNames.CODE_VERIFIER),
                  System.currentTimeMillis() + LASTS.toMillis());
          exchange.getResponse().addCookie(cookie(exchange, sealed(begun), LASTS));
        });
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
    return Mono.justOrEmpty(
        Optional.ofNullable(exchange.getRequest().getCookies().getFirst(NAME))
            .map(HttpCookie::getValue)
            .flatMap(this::opened)
            .filter(begun -> begun.until() > System.currentTimeMillis())
            .filter(
                begun ->
                    begun
                        .state()
                        .equals(
                            exchange
                                .getRequest()
                                .getQueryParams()
                                .getFirst(OAuth2ParameterNames.STATE)))
            .map(this::request));
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
    return loadAuthorizationRequest(exchange)
        .doOnNext(_ -> exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO)));
  }

  private OAuth2AuthorizationRequest request(Begun begun) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(issuer.getClientId())
        .authorizationUri(Objects.requireNonNull(issuer.getProviderDetails().getAuthorizationUri()))
        .redirectUri(begun.redirect())
        .scopes(issuer.getScopes())
        .state(begun.state())
        .attributes(
            Map.of(
                OAuth2ParameterNames.REGISTRATION_ID, issuer.getRegistrationId(),
                OidcParameterNames.NONCE, begun.nonce(),
                PkceParameterNames.CODE_VERIFIER, begun.verifier()))
        .build();
  }

  private static String attribute(OAuth2AuthorizationRequest request, String name) {
    return String.valueOf(request.getAttributes().get(name));
  }

  private static ResponseCookie cookie(ServerWebExchange exchange, String value, Duration lasts) {
    return ResponseCookie.from(NAME, value)
        .path(PATH)
        .maxAge(lasts)
        .httpOnly(true)
        .secure("https".equals(exchange.getRequest().getURI().getScheme()))
        .sameSite("Lax")
        .build();
  }

  private String sealed(Begun begun) {
    try {
      var nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      var plain = JsonMapper.shared().writeValueAsString(begun).getBytes(StandardCharsets.UTF_8);
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
      var both = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(both.array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Empty for what this process has not sealed. */
  private Optional<Begun> opened(String cookie) {
    try {
      if (cookie.length() > LONGEST) {
        return Optional.empty();
      }
      var both = Base64.getUrlDecoder().decode(cookie);
      if (both.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      var nonce = new byte[NONCE_BYTES];
      System.arraycopy(both, 0, nonce, 0, NONCE_BYTES);
      var plain =
          cipher(Cipher.DECRYPT_MODE, nonce).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return Optional.of(JsonMapper.shared().readValue(plain, Begun.class));
    } catch (GeneralSecurityException | IllegalArgumentException | JacksonException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static SecretKey newKey() {
    try {
      return KeyGenerator.getInstance("AES").generateKey();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
