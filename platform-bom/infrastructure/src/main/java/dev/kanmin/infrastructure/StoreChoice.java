package dev.kanmin.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which store a run uses, and why in one line.
 *
 * <p>A given address ({@code KANMIN_MONGODB_URI}) wins; else a real {@code mongod} found or
 * fetched; else, or when {@code KANMIN_STORE=embedded} asks for it, the embedded store. The data
 * folder remembers the store that made it, and later runs keep to that one: data must not seem lost
 * because a program was installed meanwhile.
 */
public sealed interface StoreChoice {
  String URI_VARIABLE = "KANMIN_MONGODB_URI";
  String KIND_VARIABLE = "KANMIN_STORE";
  String MEMORY = "store";

  /** One line for people: which store, and why. */
  String reason();

  /** Starts the store where it is not run by somebody else. */
  Store start(Path dataFolder, int preferredPort);

  /** A MongoDB that somebody else runs. */
  record Given(String uri, String reason) implements StoreChoice {
    @Override
    public Store start(Path dataFolder, int preferredPort) {
      return new Store.External(uri);
    }
  }

  /** A {@code mongod} of this machine. */
  record Mongod(Path program, String reason) implements StoreChoice {
    @Override
    public Store start(Path dataFolder, int preferredPort) {
      remember(dataFolder, StoreKind.MONGODB);
      return MongodProcess.start(
          program, dataFolder.resolve("mongodb"), Ports.preferring(preferredPort));
    }
  }

  /** The embedded store. */
  record Embedded(String reason) implements StoreChoice {
    @Override
    public Store start(Path dataFolder, int preferredPort) {
      remember(dataFolder, StoreKind.EMBEDDED);
      return EmbeddedStoreProcess.start(
          dataFolder.resolve("embedded"), Ports.preferring(preferredPort));
    }
  }

  /**
   * Chooses. Fetches {@code mongod} when that is possible and nothing else decides.
   *
   * @throws IllegalStateException with one line when what is asked for cannot be had
   */
  static StoreChoice choose(Path dataFolder, Map<String, String> environment) {
    return choose(dataFolder, environment, new MongodLocator(environment));
  }

  private static StoreChoice choose(
      Path dataFolder, Map<String, String> environment, MongodLocator locator) {
    var uri = value(environment, URI_VARIABLE);
    if (uri.isPresent()) {
      return new Given(uri.get(), "MongoDB at the address that " + URI_VARIABLE + " gives");
    }
    var asked = value(environment, KIND_VARIABLE).map(StoreChoice::kind);
    var remembered = remembered(dataFolder);
    if (asked.isPresent() && remembered.isPresent() && asked.get() != remembered.get()) {
      throw new IllegalStateException(
          "%s=%s, but %s was made by the %s store: unset it, or choose another data folder (make clean-data empties this one)"
              .formatted(KIND_VARIABLE, asked.get().word(), dataFolder, remembered.get().word()));
    }
    return asked
        .or(() -> remembered)
        .map(
            kind -> {
              var because =
                  asked.isPresent() ? KIND_VARIABLE + " asks for it" : "it made this data folder";
              return switch (kind) {
                case EMBEDDED -> new Embedded("embedded store, because " + because);
                case MONGODB -> mongod(locator, because);
              };
            })
        .orElseGet(() -> whatIsAtHand(locator));
  }

  private static StoreChoice whatIsAtHand(MongodLocator locator) {
    var found = locator.find();
    if (found.isPresent()) {
      return new Mongod(found.get(), "real MongoDB, because there is " + found.get());
    }
    try {
      var fetched = new MongodDownload(locator).fetch();
      return new Mongod(fetched, "real MongoDB, fetched to " + fetched);
    } catch (IllegalStateException e) {
      return new Embedded("embedded store, because " + e.getMessage());
    }
  }

  private static StoreChoice mongod(MongodLocator locator, String because) {
    var program = locator.find().orElseGet(() -> new MongodDownload(locator).fetch());
    return new Mongod(program, "real MongoDB (%s), because %s".formatted(program, because));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static StoreKind kind(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "mongodb" -> StoreKind.MONGODB;
      case "embedded" -> StoreKind.EMBEDDED;
      default ->
          throw new IllegalStateException(
              KIND_VARIABLE + "=" + word + " is neither mongodb nor embedded");
    };
  }

  private static Optional<StoreKind> remembered(Path dataFolder) {
    var file = dataFolder.resolve(MEMORY);
    try {
      return Files.exists(file) ? Optional.of(kind(Files.readString(file))) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void remember(Path dataFolder, StoreKind kind) {
    try {
      Files.createDirectories(dataFolder);
      Files.writeString(dataFolder.resolve(MEMORY), kind.word() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to the data folder " + dataFolder, e);
    }
  }
}
