package dev.kanmin.codes.services;

import dev.kanmin.codes.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One service, as the list has it; {@code services.yaml} says what each property is for.
 *
 * @param paths prefixes such as {@code /v1/missions}: this address and all below it
 * @param follows names of services; of its own, if it reacts to its own events
 */
public record Service(
    String name,
    LocalizedText label,
    List<String> paths,
    List<Transfer> transfers,
    Map<String, Set<DemoRole>> scopes,
    List<String> follows,
    int heapMegabytes)
    implements Program {

  /**
   * Takes the values only if they are valid.
   *
   * @throws IllegalArgumentException naming the property at fault
   */
  public Service {
    paths = List.copyOf(paths);
    transfers = List.copyOf(transfers);
    scopes = Map.copyOf(scopes);
    follows = List.copyOf(follows);
    Checks.name(name);
    Checks.label(label);
    paths.forEach(Checks::path);
    for (var transfer : transfers) {
      Checks.transfer(transfer, paths);
    }
    scopes.keySet().forEach(Checks::scope);
    Checks.heap(heapMegabytes);
  }

  /** Where it publishes. */
  public String topic() {
    return TopicNames.of(name);
  }

  /** Where it puts what it cannot take from those it follows, in their order. */
  public List<String> deadLetterTopics() {
    return follows.stream()
        .map(followed -> TopicNames.deadLetters(TopicNames.of(followed), name))
        .toList();
  }

  /** The environment variable that tells others where it listens: {@code KANMIN_…_URL}. */
  public String urlVariable() {
    return "KANMIN_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
  }
}
