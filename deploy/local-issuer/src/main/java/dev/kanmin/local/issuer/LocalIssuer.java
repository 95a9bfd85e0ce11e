package dev.kanmin.local.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * The program: an OAuth 2.0 authorization server with demo clients ({@link DemoClients}) and users
 * ({@link DemoUsers}).
 */
@SpringBootApplication
@EnableConfigurationProperties(IssuerSettings.class)
public class LocalIssuer {
  public static void main(String[] arguments) {
    SpringApplication.run(LocalIssuer.class, arguments);
  }
}
