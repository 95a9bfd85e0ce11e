package dev.kanmin.gateway.page;

import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.gateway.limit.LimitProperties;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint.DelegateEntry;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.DelegatingServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.authorization.HttpStatusServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
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
  static final String SIGN_IN = "/oauth2/authorization/" + REGISTRATION;

  /** Chains are asked in this order; the API's comes last. */
  private static final int PAGES = 10;

  private static final int DOCUMENTS = 20;
  private static final int STRAY = 30;

  @Bean
  ClientRegistration pageIssuer(PageProperties properties) {
    var issuer = properties.issuer().toString();
    return ClientRegistration.withRegistrationId(REGISTRATION)
        .clientId(properties.client())
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
        .scope(scopes())
        .issuerUri(issuer)
        .authorizationUri(issuer + "/oauth2/authorize")
        .tokenUri(issuer + "/oauth2/token")
        .jwkSetUri(issuer + "/oauth2/jwks")
        .userNameAttributeName("sub")
        .build();
  }

  @Bean
  ReactiveClientRegistrationRepository pageIssuers(ClientRegistration issuer) {
    return new InMemoryReactiveClientRegistrationRepository(issuer);
  }

  /**
   * With a person's token the pages ask and command in that person's name; it is in the session.
   */
  @Bean
  ServerOAuth2AuthorizedClientRepository officersTokens() {
    return new WebSessionServerOAuth2AuthorizedClientRepository();
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
      ClientRegistration issuer,
      PageMaker pages,
      PageRenderer renderer,
      PageProperties properties,
      LimitProperties limits,
      ServerOAuth2AuthorizedClientRepository tokens) {
    var redirects = new DefaultServerRedirectStrategy();
    var refused = new HttpStatusServerAccessDeniedHandler(HttpStatus.FORBIDDEN);
    var ended = new EndedSession(pages, renderer);
    var askedFor = new CookieServerRequestCache();
    return hardened(http, contentSecurity("'self' " + properties.issuerOrigin(), ""))
        .securityMatcher(
            ServerWebExchangeMatchers.pathMatchers(
                PageRoutes.HOME,
                "/cells/**",
                "/countries/**",
                "/fields/**",
                "/records/**",
                "/commands/**",
                "/kinds/**",
                "/search/**",
                "/charts/**",
                TileMap.PATH,
                UploadPages.PATH + "/**",
                OverviewPages.PATH + "/**",
                PageRoutes.MY_WORK,
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
        // these say where they come from, so that nobody's file is read to find a token in it
        .csrf(
            csrf ->
                csrf.requireCsrfProtectionMatcher(
                        new AndServerWebExchangeMatcher(
                            CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                            new NegatedServerWebExchangeMatcher(
                                ServerWebExchangeMatchers.pathMatchers(
                                    UploadPages.PATH + "/**",
                                    PageRoutes.COMMAND + EndedSession.AGAIN))))
                    .accessDeniedHandler(
                        (exchange, denied) ->
                            EndedSession.isOf(exchange)
                                ? ended.explain(exchange)
                                : refused.handle(exchange, denied)))
        // nobody gets a session who has not signed in: what must be known until then is in cookies
        .requestCache(cache -> cache.requestCache(askedFor))
        .oauth2Login(
            login ->
                login
                    .authorizationRequestRepository(new SignInCookie(issuer))
                    .authorizedClientRepository(tokens)
                    .authenticationSuccessHandler(
                        new DelegatingServerAuthenticationSuccessHandler(
                            new PersonSessions(limits.sessionsPerPerson()), backTo(askedFor)))
                    .authenticationFailureHandler(
                        new RedirectServerAuthenticationFailureHandler(PageRoutes.SIGN_IN_FAILED)))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(entryPoint(askedFor, ended))
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
                    .logoutSuccessHandler(new SignOutPage(pages, renderer, properties)))
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
                "/status",
                "/v3/api-docs.yaml",
                "/v3/api-docs",
                "/openapi.json",
                "/openapi.yaml",
                "/asyncapi.yaml",
                "/schemas/**"))
        .csrf(CsrfSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
        .build();
  }

  /** Whatever else a browser opens: denied, in words for people. */
  @Bean
  @Order(STRAY)
  SecurityWebFilterChain strayBrowsers(
      ServerHttpSecurity http, PageMaker pages, PageRenderer renderer) {
    var stray = new StrayBrowsers(pages, renderer);
    return hardened(http, contentSecurity("'self'", ""))
        .securityMatcher(stray)
        .csrf(CsrfSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(exchanges -> exchanges.anyExchange().denyAll())
        .exceptionHandling(handling -> handling.authenticationEntryPoint(stray))
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

  /**
   * A browser that opens a page is sent to sign in; a script of an open page is told; who sends a
   * form keeps what they typed.
   */
  private static ServerAuthenticationEntryPoint entryPoint(
      ServerRequestCache askedFor, EndedSession ended) {
    var scripts =
        ServerWebExchangeMatchers.pathMatchers(PageRoutes.SQUARES, PageRoutes.LIVE, SIGN_OUT);
    var entryPoint =
        new DelegatingServerAuthenticationEntryPoint(
            new DelegateEntry(scripts, new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED)),
            new DelegateEntry(ended, ended));
    var signIn = new RedirectServerAuthenticationEntryPoint(SIGN_IN);
    signIn.setRequestCache(askedFor);
    entryPoint.setDefaultEntryPoint(signIn);
    return entryPoint;
  }

  private static RedirectServerAuthenticationSuccessHandler backTo(ServerRequestCache askedFor) {
    var handler = new RedirectServerAuthenticationSuccessHandler();
    handler.setRequestCache(askedFor);
    return handler;
  }

  /** All that the pages could need: what of it a person may do is for the issuer to say. */
  private static Set<String> scopes() {
    Set<String> scopes = new LinkedHashSet<>(List.of(OidcScopes.OPENID, OidcScopes.PROFILE, SCOPE));
    scopes.addAll(new TreeSet<>(ServiceList.kanmin().scopes().keySet()));
    return scopes;
  }
}
