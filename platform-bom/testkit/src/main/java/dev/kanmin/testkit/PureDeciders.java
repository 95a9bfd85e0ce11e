package dev.kanmin.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows a decider through its package and finds what does not depend on command and state alone:
 * clocks, chance, settings of the machine, input and output.
 */
final class PureDeciders extends ArchCondition<JavaClass> {
  private static final String CONSTRUCTOR = "<init>";

  /** Class to those of its methods that answer differently from call to call; none: all do. */
  private static final Map<String, Set<String>> IMPURE =
      Map.ofEntries(
          Map.entry("java.time.Clock", Set.of()),
          Map.entry("java.time.ZoneId", Set.of("systemDefault")),
          Map.entry("java.util.TimeZone", Set.of("getDefault")),
          Map.entry("java.util.Locale", Set.of("getDefault")),
          Map.entry(
              "java.lang.System",
              Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "lineSeparator")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.Random", Set.of(CONSTRUCTOR)),
          Map.entry("java.security.SecureRandom", Set.of(CONSTRUCTOR)),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
          Map.entry("java.lang.Thread", Set.of()),
          Map.entry("dev.kanmin.events.aggregates.Ids", Set.of("random", "forCreate")));

  private static final Set<String> OUTSIDE =
      Set.of(
          "java.io",
          "java.nio.file",
          "java.nio.channels",
          "java.net",
          "java.sql",
          "org.springframework",
          "org.slf4j",
          "com.mongodb",
          "org.apache.kafka",
          "reactor");

  /** Says something of a class and does nothing. */
  private static final Set<String> HARMLESS =
      Set.of("java.io.Serializable", "java.net.URI", "java.net.URISyntaxException");

  PureDeciders() {
    super("be pure, with all that they lead to in their package");
  }

  @Override
  public void check(JavaClass decider, ConditionEvents events) {
    for (JavaClass type : reachedInPackage(decider)) {
      Stream.concat(
              type.getAccessesFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
          .filter(PureDeciders::isImpure)
          .forEach(access -> violated(events, decider, access, access.getDescription()));
      type.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> isOutside(dependency.getTargetClass()))
          .forEach(
              dependency -> violated(events, decider, dependency, dependency.getDescription()));
    }
  }

  private static void violated(
      ConditionEvents events, JavaClass decider, Object what, String description) {
    events.add(
        SimpleConditionEvent.violated(
            what, "%s leads to: %s".formatted(decider.getSimpleName(), description)));
  }

  private static Set<JavaClass> reachedInPackage(JavaClass decider) {
    Set<JavaClass> reached = new LinkedHashSet<>(Set.of(decider));
    Deque<JavaClass> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      open.removeFirst().getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .map(JavaClass::getBaseComponentType)
          .filter(type -> type.getPackageName().equals(decider.getPackageName()))
          .filter(reached::add)
          .forEach(open::add);
    }
    return reached;
  }

  private static boolean isImpure(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    if (owner.getPackageName().startsWith("java.time") && access.getName().equals("now")) {
      return true;
    }
    if (owner.getFullName().equals("java.util.Date")
        && access.getName().equals(CONSTRUCTOR)
        && access.getTarget().getFullName().endsWith("()")) {
      return true;
    }
    Set<String> names = IMPURE.get(owner.getFullName());
    return names != null && (names.isEmpty() || names.contains(access.getName()));
  }

  private static boolean isOutside(JavaClass type) {
    String name = type.getFullName();
    return !HARMLESS.contains(name)
        && OUTSIDE.stream().anyMatch(outside -> name.startsWith(outside + "."));
  }
}
