import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.representations.idm.RealmRepresentation;

/** Reads Strimzi's objects and Keycloak's realm into their own types; an unknown field is told. */
final class Typed {
  private static final Map<String, String> KINDS =
      Map.of(
          "Kafka", "io.strimzi.api.kafka.model.kafka.Kafka",
          "KafkaNodePool", "io.strimzi.api.kafka.model.nodepool.KafkaNodePool",
          "KafkaTopic", "io.strimzi.api.kafka.model.topic.KafkaTopic",
          "KafkaUser", "io.strimzi.api.kafka.model.user.KafkaUser");

  private final List<String> faults = new ArrayList<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Typed() {}

  public static void main(String[] files) throws Exception {
    var typed = new Typed();
    int read = typed.strimzi(Files.readString(Path.of(files[0])));
    typed.faults.forEach(System.out::println);
    System.out.println(read + " objects read strictly, " + typed.faults.size() + " faults");
    var realm =
        new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(Files.readString(Path.of(files[1])), RealmRepresentation.class);
    System.out.printf(
        "the realm has %d clients, %d client scopes, %d users%n",
        realm.getClients().size(), realm.getClientScopes().size(), realm.getUsers().size());
    if (!typed.faults.isEmpty()) {
      System.exit(1);
    }
  }

  private int strimzi(String text) throws Exception {
    var yaml = new ObjectMapper(new YAMLFactory());
    int read = 0;
    for (var document : text.split("\n---\n")) {
      var tree = yaml.readTree(document);
      var type = KINDS.get(tree.path("kind").asText());
      if (type != null) {
        read++;
        var name = tree.path("kind").asText() + " " + tree.path("metadata").path("name").asText();
        look(name, yaml.treeToValue(tree, Class.forName(type)));
      }
    }
    return read;
  }

  /** What the model does not know it keeps as additional properties, at any depth. */
  private void look(String name, Object object) throws ReflectiveOperationException {
    if (object instanceof Collection<?> all) {
      for (var one : all) {
        look(name, one);
      }
      return;
    }
    if (object == null || !isModel(object) || !seen.add(object)) {
      return;
    }
    for (var method : object.getClass().getMethods()) {
      if (!method.getName().startsWith("get")
          || method.getParameterCount() > 0
          || Modifier.isStatic(method.getModifiers())) {
        continue;
      }
      var found = method.invoke(object);
      if (!method.getName().equals("getAdditionalProperties")) {
        look(name, found);
      } else if (found instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
        faults.add(name + ": " + object.getClass().getSimpleName() + " does not know " + unknown);
      }
    }
  }

  private static boolean isModel(Object object) {
    return object.getClass().getName().matches("io\\.(strimzi|fabric8)\\..*");
  }
}
