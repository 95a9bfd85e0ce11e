package dev.kanmin.gateway.page;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One server of pages for all tests that sign in. */
@SpringBootTest(
    classes = PageApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoint.health.validate-group-membership=false",
      "management.server.port=0",
      "kanmin.page.live-every=20ms",
      "kanmin.gateway.limits.sessions-per-person=3"
    })
abstract class SignedIn {
  static final SignInIssuer ISSUER = SignInIssuer.start();

  @Autowired SampleFacts facts;
  @Autowired OwningService service;
  @LocalServerPort int port;
  Browser browser;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("kanmin.page.issuer", ISSUER::url);
    properties.add("KANMIN_ISSUER", ISSUER::url);
  }

  @BeforeEach
  void nobodyIsSignedIn() {
    ISSUER.allow("openid profile cells:read");
    service.forget();
    browser = new Browser(port);
  }
}
