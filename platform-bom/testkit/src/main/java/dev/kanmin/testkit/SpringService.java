package dev.kanmin.testkit;

import dev.kanmin.events.inbox.Policies;
import dev.kanmin.testkit.contract.PolicyContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** An ordinary Spring Boot application, running in this Java machine on a port of its own. */
public final class SpringService implements AutoCloseable {
  /** Of the module whose tests run. */
  private static final Path CONTRACT = Path.of("contract");

  private final ConfigurableApplicationContext context;

  private SpringService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Describes how to start an application, by its class with the {@code main} method. */
  public static Starting of(Class<?> application) {
    return new Starting(application);
  }

  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Where health and metrics are; the same as {@link #url()} unless they have their own port. */
  public String managementUrl() {
    return "http://127.0.0.1:"
        + context.getEnvironment().getProperty("local.management.port", Integer.class, port());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Here, because whoever adds the first policy to a service would not know of a test to add. */
  private void checkPolicies() {
    try {
      if (Files.isDirectory(CONTRACT)) {
        context
            .getBeanProvider(Policies.class)
            .ifAvailable(policies -> PolicyContract.check(CONTRACT, policies.declarations()));
      }
    } catch (AssertionError undeclared) {
      close();
      throw undeclared;
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /**
   * Settings of an application that is about to start: what the launcher gives by environment
   * variables.
   */
  public static final class Starting {
    private final Class<?> application;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<ApplicationContextInitializer<ConfigurableApplicationContext>> initializers =
        new ArrayList<>();

    private Starting(Class<?> application) {
      this.application = application;
      with("server.port", "0");
      with("KANMIN_PORT", "0");
      with("KANMIN_MANAGEMENT_PORT", "0");
    }

    public Starting kafka(KafkaFixture kafka) {
      return with("KANMIN_KAFKA", kafka.bootstrap());
    }

    /** The store, and a database of this test's own ({@code KANMIN_DATABASE}). */
    public Starting store(StoreFixture store, String database) {
      return with("KANMIN_MONGODB_URI", store.uri())
          .with("KANMIN_STORE", store.store().kind().word())
          .with("KANMIN_DATABASE", database);
    }

    public Starting issuer(TestTokens tokens) {
      return with("KANMIN_ISSUER", tokens.issuer());
    }

    /** Any property, or an environment variable of the service by its name. */
    public Starting with(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** A part of the application in place of its own. */
    public <T> Starting bean(Class<T> type, Supplier<T> maker) {
      initializers.add(context -> ((GenericApplicationContext) context).registerBean(type, maker));
      return this;
    }

    /** Starts it. Its policies must be those of its contract. */
    public SpringService start() {
      bean(ReactorResourceFactory.class, Starting::ownThreads);
      // as program arguments, so that they win over variables of the shell that runs the tests
      var arguments =
          settings.entrySet().stream()
              .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
              .toArray(String[]::new);
      var started =
          new SpringService(
              new SpringApplicationBuilder(application)
                  .initializers(initializers.toArray(ApplicationContextInitializer<?>[]::new))
                  .run(arguments));
      started.checkPolicies();
      return started;
    }

    /** Those that all applications of a Java machine share end with the first one that ends. */
    private static ReactorResourceFactory ownThreads() {
      var own = new ReactorResourceFactory();
      own.setUseGlobalResources(false);
      return own;
    }
  }
}
