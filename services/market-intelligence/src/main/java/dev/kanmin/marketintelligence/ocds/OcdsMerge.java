package dev.kanmin.marketintelligence.ocds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges the releases of one contracting process into its compiled and its versioned release, by
 * the rules of the standard (OCDS, "Merging", of schema 1.1.5). Releases are given in the order of
 * their dates.
 *
 * <ul>
 *   <li>id, date and tag of a release are left out of the merge.
 *   <li>Arrays of objects merge by {@code id}; an object without one is appended. Any other array,
 *       and those that the schema says are merged whole, is a value.
 *   <li>null removes a value; in the versioned release it is one. Under an object or array that
 *       becomes null, each value becomes null.
 *   <li>An empty object or array says nothing.
 * </ul>
 */
public final class OcdsMerge {
  private static final Set<String> OMITTED = Set.of("id", "date", "tag");

  /** What schema 1.1.5 marks {@code wholeListMerge}. */
  private static final Set<String> WHOLE_LISTS =
      Set.of("additionalIdentifiers", "additionalClassifications");

  private static final String OCID = "ocid";
  private static final String ID = "id";

  /** Objects nested deeper are no procurement data. */
  private static final int DEEPEST = 64;

  private final Branch root = new Branch(Optional.empty());
  private final List<String> warnings = new ArrayList<>();
  private Optional<Release> latest = Optional.empty();
  private int anonymous;

  private OcdsMerge() {}

  /** Merges releases of one process, in the order of their dates. */
  public static OcdsMerge of(List<Release> inOrder) {
    OcdsMerge merge = new OcdsMerge();
    inOrder.forEach(merge::add);
    return merge;
  }

  /** What could not be merged as its publisher may have meant it. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** The state now. */
  public ObjectNode compiled() {
    Release last = latest.orElseThrow();
    ObjectNode compiled = JsonNodeFactory.instance.objectNode();
    compiled.put(OCID, last.ocid());
    compiled.putArray("tag").add("compiled");
    compiled.put(ID, last.ocid() + "-" + last.date());
    compiled.put("date", last.date());
    compiled(root).ifPresent(compiled::setAll);
    return compiled;
  }

  /** Each value with the releases that set it. */
  public ObjectNode versioned() {
    ObjectNode versioned = JsonNodeFactory.instance.objectNode();
    versioned.put(OCID, latest.orElseThrow().ocid());
    versioned.setAll(versioned(root));
    return versioned;
  }

  private sealed interface Node {}

  /** Something with properties; an entry of an array has its id. */
  private record Branch(Optional<JsonNode> id, Map<String, Node> properties) implements Node {
    Branch(Optional<JsonNode> id) {
      this(id, new LinkedHashMap<>());
    }
  }

  private record Entries(Map<String, Branch> byKey) implements Node {}

  private record Value(List<Version> versions) implements Node {
    boolean wasNeverThere() {
      return versions.stream().allMatch(version -> version.value().isNull());
    }

    boolean isGone() {
      return versions.getLast().value().isNull();
    }
  }

  private record Version(Release release, JsonNode value) {}

  private void add(Release release) {
    latest = Optional.of(release);
    ObjectNode content = release.content();
    content
        .properties()
        .forEach(
            property -> {
              if (!OMITTED.contains(property.getKey()) && !property.getKey().equals(OCID)) {
                merge(root, property.getKey(), property.getValue(), release, "", 1);
              }
            });
  }

  private void mergeObject(Branch into, JsonNode object, Release release, String path, int depth) {
    if (depth > DEEPEST) {
      throw new UnmergeableReleases(path, "is nested more than " + DEEPEST + " levels deep");
    }
    object
        .properties()
        .forEach(
            property -> {
              boolean ownId = into.id().isPresent() && property.getKey().equals(ID);
              if (!ownId) {
                merge(into, property.getKey(), property.getValue(), release, path, depth);
              }
            });
  }

  private void merge(
      Branch into, String name, JsonNode value, Release release, String parent, int depth) {
    String path = parent + "/" + name;
    Optional<Node> there = Optional.ofNullable(into.properties().get(name));
    if (value.isNull() && there.isPresent() && !(there.get() instanceof Value)) {
      nullAll(there.get(), release);
    } else if (value.isObject()) {
      mergeObject(branch(into, name, there, path), value, release, path, depth + 1);
    } else if (value instanceof ArrayNode array && isMerged(name, array)) {
      mergeEntries(entries(into, name, there, path), array, release, path, depth + 1);
    } else if (!value.isArray() || !isMerged(name, (ArrayNode) value)) {
      set(into, name, there, value, release, path);
    }
  }

  /** An empty array is one of objects: it says nothing. */
  private static boolean isMerged(String name, ArrayNode array) {
    return !WHOLE_LISTS.contains(name) && array.valueStream().allMatch(JsonNode::isObject);
  }

  private Branch branch(Branch into, String name, Optional<Node> there, String path) {
    if (there.isPresent() && there.get() instanceof Branch branch) {
      return branch;
    }
    requireFree(there, path, "an object");
    Branch branch = new Branch(Optional.empty());
    into.properties().put(name, branch);
    return branch;
  }

  private Entries entries(Branch into, String name, Optional<Node> there, String path) {
    if (there.isPresent() && there.get() instanceof Entries entries) {
      return entries;
    }
    requireFree(there, path, "an array of objects");
    Entries entries = new Entries(new LinkedHashMap<>());
    into.properties().put(name, entries);
    return entries;
  }

  /** A value that was null all along can become anything. */
  private static void requireFree(Optional<Node> there, String path, String form) {
    boolean free = there.map(it -> it instanceof Value value && value.wasNeverThere()).orElse(true);
    if (!free) {
      throw new UnmergeableReleases(
          path, "is " + form + " in one release and something else in an earlier one");
    }
  }

  private void mergeEntries(
      Entries into, ArrayNode array, Release release, String path, int depth) {
    List<String> seen = new ArrayList<>();
    for (JsonNode entry : array) {
      Optional<JsonNode> id =
          Optional.ofNullable(entry.get(ID)).filter(it -> it.isString() || it.isNumber());
      String key = id.map(it -> "=" + it.asString()).orElseGet(() -> "#" + anonymous++);
      if (seen.contains(key)) {
        warnings.add(path + " holds the id " + key.substring(1) + " twice in one release");
      }
      seen.add(key);
      mergeObject(
          into.byKey().computeIfAbsent(key, _ -> new Branch(id)), entry, release, path, depth);
    }
  }

  private static void set(
      Branch into,
      String name,
      Optional<Node> there,
      JsonNode value,
      Release release,
      String path) {
    if (there.isEmpty()) {
      into.properties().put(name, new Value(new ArrayList<>(List.of(new Version(release, value)))));
    } else if (there.get() instanceof Value known) {
      if (!known.versions().getLast().value().equals(value)) {
        known.versions().add(new Version(release, value));
      }
    } else {
      throw new UnmergeableReleases(
          path, "is a value in one release and an object or array in an earlier one");
    }
  }

  private static void nullAll(Node node, Release release) {
    switch (node) {
      case Value value -> {
        if (!value.isGone()) {
          value.versions().add(new Version(release, JsonNodeFactory.instance.nullNode()));
        }
      }
      case Branch branch -> branch.properties().values().forEach(it -> nullAll(it, release));
      case Entries entries -> entries.byKey().values().forEach(it -> nullAll(it, release));
    }
  }

  private static Optional<JsonNode> compiledNode(Node node) {
    return switch (node) {
      case Value value ->
          value.isGone() ? Optional.empty() : Optional.of(value.versions().getLast().value());
      case Branch branch -> compiled(branch).map(it -> it);
      case Entries entries -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        entries.byKey().values().forEach(entry -> compiled(entry).ifPresent(array::add));
        yield array.isEmpty() ? Optional.empty() : Optional.of(array);
      }
    };
  }

  private static Optional<ObjectNode> compiled(Branch branch) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    boolean hadValues = !branch.properties().isEmpty();
    branch.properties().forEach((name, it) -> compiledNode(it).ifPresent(v -> object.set(name, v)));
    if (object.isEmpty() && (hadValues || branch.id().isEmpty())) {
      return Optional.empty();
    }
    if (branch.id().isEmpty()) {
      return Optional.of(object);
    }
    ObjectNode withId = JsonNodeFactory.instance.objectNode();
    withId.set(ID, branch.id().get());
    withId.setAll(object);
    return Optional.of(withId);
  }

  private static ObjectNode versioned(Branch branch) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    branch.id().ifPresent(id -> object.set(ID, id));
    branch
        .properties()
        .forEach(
            (name, node) -> {
              switch (node) {
                case Value value -> object.set(name, versions(value));
                case Branch inner -> object.set(name, versioned(inner));
                case Entries entries -> {
                  ArrayNode array = object.putArray(name);
                  entries.byKey().values().forEach(entry -> array.add(versioned(entry)));
                }
              }
            });
    return object;
  }

  private static ArrayNode versions(Value value) {
    ArrayNode versions = JsonNodeFactory.instance.arrayNode();
    value
        .versions()
        .forEach(
            version -> {
              ObjectNode one = versions.addObject();
              one.put("releaseDate", version.release().date());
              one.put("releaseID", version.release().id());
              one.set("releaseTag", version.release().tag());
              one.set("value", version.value());
            });
    return versions;
  }
}
