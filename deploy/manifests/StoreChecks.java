import dev.kanmin.codes.services.ServiceList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The databases, and what opens them. */
final class StoreChecks extends Checking {
  StoreChecks(ServiceList list, Rendered rendered, List<String> faults) {
    super(list, rendered, faults);
  }

  @Override
  void run() {
    mongodb();
    secrets();
  }

  private void mongodb() {
    var users =
        rendered.of(Rendered.Kind.MongoDBCommunity).stream()
            .flatMap(it -> Yaml.maps(it, "spec/users").stream())
            .collect(Collectors.toMap(it -> Yaml.text(it, "name"), Function.identity()));
    for (var service : list.services()) {
      var name = service.name();
      var user = users.getOrDefault(name, Map.of());
      check(
          is(user, "connectionStringSecretName", "mongodb-" + name),
          "%s has no MongoDB user with the secret mongodb-%1$s: run make manifests"
              .formatted(name));
      var roles = Yaml.maps(user, "roles");
      check(
          roles.size() == 1
              && is(roles.getFirst(), "name", "readWrite")
              && is(roles.getFirst(), "db", name),
          "the MongoDB user %s must have the one role readWrite of its own database"
              .formatted(name));
      check(
          is(user, "additionalConnectionStringConfig/w", "majority")
              && is(user, "additionalConnectionStringConfig/journal", "true"),
          "the MongoDB user %s connects without w=majority and journal=true: acknowledged would not be durable"
              .formatted(name));
    }
  }

  private void secrets() {
    for (var secret : rendered.of(Rendered.Kind.Secret)) {
      fault(
          "the Secret %s stands in the manifests: secrets are named here and made elsewhere"
              .formatted(Yaml.text(secret, "metadata/name")));
    }
    for (var deployment : rendered.of(Rendered.Kind.Deployment)) {
      Yaml.maps(container(deployment), "env").stream()
          .filter(it -> Yaml.text(it, "name").matches(".*(PASSWORD|SECRET|TOKEN|MONGODB_URI).*"))
          .filter(it -> Yaml.at(it, "value").isPresent())
          .forEach(
              it ->
                  fault(
                      "%s has %s as plain text: take it from a secret"
                          .formatted(
                              Yaml.text(deployment, "metadata/name"), Yaml.text(it, "name"))));
    }
  }
}
