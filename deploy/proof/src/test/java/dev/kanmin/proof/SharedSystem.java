package dev.kanmin.proof;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link LocalSystem} that all classes share: started when the first asks for
 * it, stopped after the last. {@code -Dproof.data=<folder>} names the data folder of a {@code make
 * run} that goes on already, to be used (and hurt) instead.
 */
public final class SharedSystem implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedSystem.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalSystem.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(Start.class, type -> Start.attempt(), Start.class)
        .system();
  }

  /** A start that is tried once: what failed for one test is not tried again for each other. */
  private record Start(Optional<LocalSystem> outcome, Optional<RuntimeException> failure)
      implements AutoCloseable {

    static Start attempt() {
      try {
        return new Start(Optional.of(newSystem()), Optional.empty());
      } catch (RuntimeException e) {
        return new Start(Optional.empty(), Optional.of(e));
      }
    }

    private static LocalSystem newSystem() {
      return Optional.ofNullable(System.getProperty("proof.data"))
          .map(folder -> LocalSystem.running(Path.of(folder)))
          .orElseGet(() -> LocalSystem.start("shared", Map.of()));
    }

    LocalSystem system() {
      return outcome.orElseThrow(
          () -> new IllegalStateException("the system did not start", failure.orElseThrow()));
    }

    @Override
    public void close() {
      outcome.ifPresent(LocalSystem::close);
    }
  }
}
