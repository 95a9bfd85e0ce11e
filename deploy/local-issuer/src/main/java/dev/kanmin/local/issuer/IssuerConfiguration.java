package dev.kanmin.local.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.InetAddress;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** How the authorization server is put together. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {
  static final String LOGIN = "/login";

  private static final int LEAST_STRENGTH = 4;

  @Bean
  DemoClients demoClients(IssuerSettings settings, PasswordEncoder passwords) {
    return new DemoClients(settings.gateway().toString(), passwords.encode(DemoUsers.SECRET));
  }

  /**
   * At its least strength: slow hashing would protect nothing, as the only password is documented.
   */
  @Bean
  PasswordEncoder passwords() {
    return new BCryptPasswordEncoder(LEAST_STRENGTH);
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(IssuerSettings settings) {
    var file = settings.data().resolve("issuer").resolve("signing-key.json");
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(file)));
  }

  @Bean
  AuthorizationServerSettings addresses(IssuerSettings settings) {
    var addresses = AuthorizationServerSettings.builder();
    return (settings.address().isBlank() ? addresses : addresses.issuer(settings.address()))
        .build();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(DemoClients clients, DemoUsers users) {
    return new KanminClaims(clients, users);
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) throws Exception {
    http.oauth2AuthorizationServer(
        server -> {
          http.securityMatcher(server.getEndpointsMatcher());
          server.oidc(Customizer.withDefaults());
        });
    http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
    // a browser is sent to the login page, a program gets 401
    http.exceptionHandling(
        errors ->
            errors.defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint(LOGIN),
                new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain signIn(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
        requests ->
            requests.requestMatchers(LOGIN, "/error").permitAll().anyRequest().authenticated());
    http.formLogin(form -> form.loginPage(LOGIN).permitAll());
    return http.build();
  }

  /**
   * Everybody knows the passwords: whoever can reach this server is anybody. So nobody else may
   * reach it.
   */
  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackOnly(
      ServerProperties server) {
    return factory -> {
      InetAddress address = server.getAddress();
      if (address == null || !address.isLoopbackAddress()) {
        throw new IllegalStateException(
            "the local issuer has documented passwords and serves the loopback address only, not "
                + (address == null ? "all addresses" : address.getHostAddress()));
      }
    };
  }
}
