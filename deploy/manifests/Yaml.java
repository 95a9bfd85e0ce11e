import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Documents as maps, and what stands in them at a path such as {@code spec/ports/0/port}. */
final class Yaml {
  private Yaml() {}

  static List<Map<String, Object>> all(String text) {
    var documents = new ArrayList<Map<String, Object>>();
    for (var document : reader().loadAll(text)) {
      if (document != null) {
        documents.add(map(document));
      }
    }
    return documents;
  }

  static Map<String, Object> one(Path file) {
    try {
      return map(reader().load(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(Object document) {
    return new org.yaml.snakeyaml.Yaml().dump(document);
  }

  static Optional<Object> at(Object start, String path) {
    Object here = start;
    for (var step : path.split("/")) {
      here =
          switch (here) {
            case Map<?, ?> map -> map.get(step.replace('|', '/'));
            case List<?> list when step.matches("\\d+") && Integer.parseInt(step) < list.size() ->
                list.get(Integer.parseInt(step));
            case null, default -> null;
          };
    }
    return Optional.ofNullable(here);
  }

  static String text(Object start, String path) {
    return at(start, path).map(Object::toString).orElse("");
  }

  static List<Map<String, Object>> maps(Object start, String path) {
    return at(start, path)
        .filter(List.class::isInstance)
        .map(found -> ((List<?>) found).stream().map(Yaml::map).toList())
        .orElse(List.of());
  }

  static List<String> texts(Object start, String path) {
    return at(start, path)
        .filter(List.class::isInstance)
        .map(found -> ((List<?>) found).stream().map(Object::toString).toList())
        .orElse(List.of());
  }

  @SuppressWarnings("unchecked") // keys of what we write are texts
  static Map<String, Object> map(Object found) {
    return found instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static org.yaml.snakeyaml.Yaml reader() {
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(1_000);
    return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options));
  }
}
