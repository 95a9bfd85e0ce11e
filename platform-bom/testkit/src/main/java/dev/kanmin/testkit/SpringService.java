package dev.kanmin.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An ordinary Spring Boot application, running in this Java machine on a port of its own. */
public final class SpringService implements AutoCloseable {
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

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
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

    private Starting(Class<?> application) {
      this.application = application;
      with("server.port", "0");
      with("KANMIN_PORT", "0");
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

    public SpringService start() {
      // as program arguments, so that they win over variables of the shell that runs the tests
      var arguments =
          settings.entrySet().stream()
              .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
              .toArray(String[]::new);
      return new SpringService(new SpringApplicationBuilder(application).run(arguments));
    }
  }
}
