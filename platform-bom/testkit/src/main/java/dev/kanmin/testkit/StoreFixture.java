package dev.kanmin.testkit;

import dev.kanmin.infrastructure.Store;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One store that tests run against; started at its first use and shared by all test classes of the
 * Java machine.
 */
public final class StoreFixture {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final String name;
  private final Supplier<Store> starter;
  private @Nullable Store store;

  StoreFixture(String name, Supplier<Store> starter) {
    this.name = name;
    this.starter = starter;
  }

  /** The running store. Its use is noted for the closing table of {@code make test}. */
  public synchronized Store store() {
    if (store == null) {
      store = starter.get();
      var started = store;
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      StoresUsed.note(name);
    }
    return store;
  }

  /** The connection string without a database. */
  public String uri() {
    return store().uri();
  }

  /** The connection string that names a database. */
  public String uri(String database) {
    var uri = uri();
    var query = uri.indexOf('?');
    var base = query < 0 ? uri : uri.substring(0, query);
    return (base.endsWith("/") ? base : base + "/")
        + database
        + (query < 0 ? "" : uri.substring(query));
  }

  /** The name of a database that no other test uses. */
  public String freshDatabase(Class<?> test) {
    var readable = test.getSimpleName().toLowerCase(Locale.ROOT);
    return "%s-%d-%d"
        .formatted(
            readable.substring(0, Math.min(readable.length(), 30)),
            ProcessHandle.current().pid(),
            DATABASES.incrementAndGet());
  }

  /** What reports call it: embedded, mongodb, or mongodb in a container. */
  @Override
  public String toString() {
    return name;
  }
}
