package dev.kanmin.gateway.page;

import java.net.URI;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint.DelegateEntry;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/**
 * Who may see which page. Pages know people by a session, the API knows programs by a token; the
 * two never mix: each of these filter chains matches its own paths only, and every other path falls
 * through to the API's.
 *
 * <p>People sign in at the issuer by the authorization code flow with a proof key (OpenID Connect
 * Core 1.0 §3.1, RFC 7636). The issuer's addresses are put together here rather than discovered, so
 * that the gateway starts without it.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
  static final String REGISTRATION = "kanmin";
  static final String SESSION_COOKIE = "kanmin-session";
  static final String SIGN_OUT = "/sign-out";

  private static final String SCOPE = "cells:read";
  private static final String SIGN_IN = "/oauth2/authorization/" + REGISTRATION;

  /** Chains are asked in this order; the API's comes last. */
  private static final int PAGES = 10;

  private static final int DOCUMENTS = 20;

  @Bean
  ReactiveClientRegistrationRepository pageIssuer(PageProperties properties) {
    var issuer = properties.issuer().toString();
    return new InMemoryReactiveClientRegistrationRepository(
        ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId(properties.client())
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .scope("openid", "profile", SCOPE)
            .issuerUri(issuer)
            .authorizationUri(issuer + "/oauth2/authorize")
            .tokenUri(issuer + "/oauth2/token")
            .jwkSetUri(issuer + "/oauth2/jwks")
            .userNameAttributeName("sub")
            .providerConfigurationMetadata(
                Map.of("end_session_endpoint", issuer + "/connect/logout"))
            .build());
  }

  @Bean
  WebSessionIdResolver sessionCookie() {
    // HttpOnly and SameSite=Lax are what it sets by itself, Secure too when the request is
    var resolver = new CookieWebSessionIdResolver();
    resolver.setCookieName(SESSION_COOKIE);
    return resolver;
  }

  @Bean
  @Order(PAGES)
  SecurityWebFilterChain signedInPages(
      ServerHttpSecurity http,
      ReactiveClientRegistrationRepository issuer,
      PageProperties properties) {
    var redirects = new DefaultServerRedirectStrategy();
    return hardened(http, contentSecurity("'self' " + properties.issuerOrigin(), ""))
        .securityMatcher(
            ServerWebExchangeMatchers.pathMatchers(
                PageRoutes.HOME,
                "/cells/**",
                PageRoutes.SQUARES,
                PageRoutes.LIVE,
                PageRoutes.FORBIDDEN,
                PageRoutes.SIGN_IN_FAILED,
                SIGN_OUT,
                "/oauth2/authorization/**",
                "/login/oauth2/code/**"))
        .authorizeExchange(
            exchanges ->
                exchanges
                    .pathMatchers(PageRoutes.SIGN_IN_FAILED)
                    .permitAll()
                    .pathMatchers(PageRoutes.FORBIDDEN)
                    .authenticated()
                    .anyExchange()
                    .hasAuthority("SCOPE_" + SCOPE))
        .oauth2Login(
            login ->
                login.authenticationFailureHandler(
                    new RedirectServerAuthenticationFailureHandler(PageRoutes.SIGN_IN_FAILED)))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(entryPoint())
                    .accessDeniedHandler(
                        (exchange, denied) ->
                            redirects.sendRedirect(exchange, URI.create(PageRoutes.FORBIDDEN))))
        .logout(
            logout ->
                logout
                    .logoutUrl(SIGN_OUT)
                    .logoutHandler(
                        new DelegatingServerLogoutHandler(
                            new SecurityContextServerLogoutHandler(),
                            new WebSessionServerLogoutHandler()))
                    .logoutSuccessHandler(signOutAtIssuer(issuer)))
        .build();
  }

  /** What anybody may read, without a session. */
  @Bean
  @Order(DOCUMENTS)
  SecurityWebFilterChain openDocuments(ServerHttpSecurity http) {
    return hardened(http, contentSecurity("'self'", "; img-src 'self' data:"))
        .securityMatcher(
            ServerWebExchangeMatchers.pathMatchers(
                HttpMethod.GET,
                Assets.PATH + "**",
                "/docs/**",
                "/v3/api-docs.yaml",
                "/v3/api-docs",
                "/openapi.json",
                "/openapi.yaml"))
        .csrf(CsrfSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
        .build();
  }

  private static ServerHttpSecurity hardened(ServerHttpSecurity http, String contentSecurity) {
    return http.headers(
        headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurity))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
  }

  /** Signing out ends at the issuer by redirection, which a browser counts as the form's action. */
  private static String contentSecurity(String formAction, String more) {
    return "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
        + "; form-action "
        + formAction
        + more;
  }

  /** A browser that opens a page is sent to sign in; a script of an open page is told. */
  private static ServerAuthenticationEntryPoint entryPoint() {
    var scripts =
        ServerWebExchangeMatchers.pathMatchers(PageRoutes.SQUARES, PageRoutes.LIVE, SIGN_OUT);
    var entryPoint =
        new DelegatingServerAuthenticationEntryPoint(
            new DelegateEntry(scripts, new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED)));
    entryPoint.setDefaultEntryPoint(new RedirectServerAuthenticationEntryPoint(SIGN_IN));
    return entryPoint;
  }

  private static OidcClientInitiatedServerLogoutSuccessHandler signOutAtIssuer(
      ReactiveClientRegistrationRepository issuer) {
    var handler = new OidcClientInitiatedServerLogoutSuccessHandler(issuer);
    handler.setPostLogoutRedirectUri("{baseUrl}" + PageRoutes.HOME);
    handler.setLogoutSuccessUrl(URI.create(PageRoutes.HOME));
    return handler;
  }
}
