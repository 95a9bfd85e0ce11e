import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.services.DemoRole;
import dev.kanmin.codes.services.ServiceList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The realm that Keycloak imports: the same programs, people and scopes as the local issuer has,
 * with the same documented password, so for this machine only.
 *
 * <p>A scope of {@code services.yaml} is a client scope with the roles that may have it: Keycloak
 * leaves a scope out of the token of whoever has none of them.
 */
final class Realm {
  static final Path FILE = Path.of("deploy/compose/realm.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String PASSWORD = "kanmin-local";
  private static final String WEB = "kanmin-web";

  private Realm() {}

  static String of(ServiceList list) {
    var realm = new LinkedHashMap<String, Object>();
    realm.put("realm", "kanmin");
    realm.put("enabled", true);
    realm.put("displayName", "Kanmin (for demonstration)");
    realm.put("sslRequired", "external");
    realm.put("registrationAllowed", false);
    realm.put("accessTokenLifespan", 3600);
    realm.put("defaultSignatureAlgorithm", "RS256");
    realm.put("bruteForceProtected", true);
    realm.put(
        "roles",
        Map.of(
            "realm",
            java.util.Arrays.stream(DemoRole.values())
                .map(it -> ordered("name", word(it)))
                .toList()));
    realm.put("clientScopes", clientScopes(list));
    realm.put("scopeMappings", scopeMappings(list));
    realm.put("clients", clients(list));
    realm.put("users", users());
    realm.put("components", profile());
    return JSON.writeValueAsString(realm) + "\n";
  }

  /** What the realm that is there lacks or has too much. */
  static List<String> faults(ServiceList list) {
    return faults(list, Yaml.one(FILE));
  }

  static List<String> faults(ServiceList list, Map<String, Object> realm) {
    var faults = new ArrayList<String>();
    var mapped =
        Yaml.maps(realm, "scopeMappings").stream()
            .collect(
                Collectors.toMap(
                    it -> Yaml.text(it, "clientScope"), it -> Set.copyOf(Yaml.texts(it, "roles"))));
    list.scopes()
        .forEach(
            (scope, roles) -> {
              var expected = roles.stream().map(Realm::word).collect(Collectors.toSet());
              if (!expected.equals(mapped.get(scope))) {
                faults.add(
                    "%s gives the scope %s to %s, services.yaml to %s: run make manifests"
                        .formatted(FILE, scope, mapped.get(scope), expected));
              }
            });
    var asked =
        Yaml.maps(realm, "clients").stream()
            .filter(it -> Yaml.text(it, "clientId").equals(WEB))
            .flatMap(it -> Yaml.texts(it, "optionalClientScopes").stream())
            .collect(Collectors.toSet());
    list.scopes().keySet().stream()
        .filter(scope -> !asked.contains(scope))
        .forEach(
            scope ->
                faults.add(
                    "%s: %s may not ask for %s, so nobody could sign in: run make manifests"
                        .formatted(FILE, WEB, scope)));
    return faults;
  }

  private static List<Object> clientScopes(ServiceList list) {
    var scopes = new ArrayList<Object>();
    scopes.add(
        scope(
            "basic",
            false,
            List.of(mapper("sub", "oidc-sub-mapper", Map.of("access.token.claim", "true")))));
    scopes.add(
        scope(
            "profile",
            true,
            List.of(
                mapper(
                    "username",
                    "oidc-usermodel-attribute-mapper",
                    claim("username", "preferred_username")))));
    scopes.add(
        scope(
            "kanmin",
            false,
            List.of(
                mapper(
                    "audience",
                    "oidc-audience-mapper",
                    Map.of("included.custom.audience", "kanmin", "access.token.claim", "true")),
                mapper("agency", "oidc-usermodel-attribute-mapper", claim("agency", "agency")))));
    list.scopes().keySet().forEach(name -> scopes.add(scope(name, true, List.of())));
    return scopes;
  }

  private static List<Object> scopeMappings(ServiceList list) {
    return list.scopes().entrySet().stream()
        .<Object>map(
            it ->
                ordered(
                    "clientScope",
                    it.getKey(),
                    "roles",
                    it.getValue().stream().map(Realm::word).sorted().toList()))
        .toList();
  }

  private static List<Object> clients(ServiceList list) {
    var clients = new ArrayList<Object>();
    programs()
        .forEach((id, who) -> clients.add(program(id, who.agency(), list.scopesOf(who.role()))));
    clients.add(
        ordered(
            "clientId",
            WEB,
            "publicClient",
            true,
            "standardFlowEnabled",
            true,
            "directAccessGrantsEnabled",
            false,
            "fullScopeAllowed",
            false,
            "redirectUris",
            List.of(
                "http://localhost:8080/login/oauth2/code/kanmin",
                "http://127.0.0.1:8080/login/oauth2/code/kanmin"),
            "attributes",
            ordered(
                "pkce.code.challenge.method", "S256",
                "post.logout.redirect.uris", "http://localhost:8080/##http://127.0.0.1:8080/"),
            "defaultClientScopes",
            List.of("basic", "kanmin"),
            "optionalClientScopes",
            with("profile", list.scopes().keySet())));
    return clients;
  }

  private static Object program(String id, String agency, Set<String> scopes) {
    return ordered(
        "clientId", id,
        "secret", PASSWORD,
        "publicClient", false,
        "standardFlowEnabled", false,
        "directAccessGrantsEnabled", false,
        "serviceAccountsEnabled", true,
        "fullScopeAllowed", false,
        "protocolMappers",
            List.of(
                mapper(
                    "agency of the program",
                    "oidc-hardcoded-claim-mapper",
                    ordered(
                        "claim.name", "agency",
                        "claim.value", agency,
                        "jsonType.label", "String",
                        "access.token.claim", "true"))),
        "defaultClientScopes", with("basic", with("kanmin", scopes)));
  }

  private static List<Object> users() {
    var users = new ArrayList<Object>();
    programs()
        .forEach(
            (id, who) ->
                users.add(
                    ordered(
                        "username",
                        "service-account-" + id,
                        "enabled",
                        true,
                        "serviceAccountClientId",
                        id,
                        "realmRoles",
                        List.of(word(who.role())))));
    for (var agency : Agencies.all()) {
      var code = agency.code().code();
      users.add(person("officer-" + code, new Who(code, DemoRole.OFFICER)));
    }
    users.add(person("viewer", new Who("mofa", DemoRole.ANALYST)));
    users.add(person("controltower", new Who("meti", DemoRole.OPERATOR)));
    return users;
  }

  private static Object person(String name, Who who) {
    return ordered(
        "username",
        name,
        "enabled",
        true,
        "email",
        name + "@kanmin.example",
        "emailVerified",
        true,
        "firstName",
        name,
        "lastName",
        "(demonstration)",
        "attributes",
        ordered("agency", List.of(who.agency())),
        "credentials",
        List.of(ordered("type", "password", "value", PASSWORD, "temporary", false)),
        "realmRoles",
        List.of(word(who.role())));
  }

  /** An attribute that is not declared would be left out. */
  private static Object profile() {
    var name =
        "{\"name\":\"%s\",\"permissions\":{\"view\":[\"admin\",\"user\"],\"edit\":[\"admin\"]}}";
    var attributes =
        List.of("username", "email", "firstName", "lastName", "agency").stream()
            .map(name::formatted)
            .collect(Collectors.joining(","));
    return ordered(
        "org.keycloak.userprofile.UserProfileProvider",
        List.of(
            ordered(
                "providerId",
                "declarative-user-profile",
                "config",
                ordered(
                    "kc.user.profile.config", List.of("{\"attributes\":[" + attributes + "]}")))));
  }

  private record Who(String agency, DemoRole role) {}

  private static Map<String, Who> programs() {
    var programs = new LinkedHashMap<String, Who>();
    for (var agency : Agencies.all()) {
      var code = agency.code().code();
      programs.put(code, new Who(code, DemoRole.OFFICER));
    }
    programs.put("analyst", new Who("mej", DemoRole.ANALYST));
    programs.put("operations", new Who("meti", DemoRole.OPERATOR));
    return programs;
  }

  private static Object scope(String name, boolean inToken, List<Object> mappers) {
    return ordered(
        "name",
        name,
        "protocol",
        "openid-connect",
        "attributes",
        ordered(
            "include.in.token.scope",
            Boolean.toString(inToken),
            "display.on.consent.screen",
            "false"),
        "protocolMappers",
        mappers);
  }

  private static Object mapper(String name, String kind, Map<String, ?> config) {
    return ordered(
        "name",
        name,
        "protocol",
        "openid-connect",
        "protocolMapper",
        kind,
        "config",
        new java.util.TreeMap<>(config));
  }

  private static Map<String, Object> claim(String attribute, String claim) {
    return ordered(
        "user.attribute", attribute,
        "claim.name", claim,
        "jsonType.label", "String",
        "access.token.claim", "true",
        "id.token.claim", "true");
  }

  private static Set<String> with(String one, Set<String> others) {
    var all = new TreeSet<>(others);
    all.add(one);
    return all;
  }

  private static String word(DemoRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
