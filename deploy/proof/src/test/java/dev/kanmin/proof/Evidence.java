package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.DUPLICATES_BOUNDED;
import static dev.kanmin.infrastructure.faults.Invariant.IN_ORDER;
import static dev.kanmin.infrastructure.faults.Invariant.NOTHING_LOST;
import static dev.kanmin.infrastructure.faults.Invariant.NO_PHANTOM;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The logs by which a run is judged.
 *
 * @param missions the topic of {@link Services#MISSIONS}
 * @param activities the topic of {@link Services#ACTIVITIES}
 * @param others the topics of the other services, which officers leave alone meanwhile; they tell
 *     things by themselves, such as what they know from the start
 * @param feed the one total order
 */
record Evidence(EventLog missions, EventLog activities, EventLog others, EventLog feed) {

  /** What lies in Kafka now; subjects of poison, which nobody asked for, are left out. */
  static Evidence of(Broker broker) {
    return new Evidence(
        withoutPoison(broker.log(Broker.MISSIONS)),
        withoutPoison(broker.log(Broker.ACTIVITIES)),
        new EventLog(
            Services.OTHERS.stream()
                .flatMap(service -> broker.log(service.topic()).events().stream())
                .toList()),
        withoutPoison(broker.log(Broker.FEED)));
  }

  private static EventLog withoutPoison(EventLog log) {
    return new EventLog(
        log.events().stream().filter(event -> !Poison.isPoison(event.subject())).toList());
  }

  /** What the services under load have published, each event once. */
  EventLog published() {
    return new EventLog(
        Stream.concat(
                missions.withoutCopies().events().stream(),
                activities.withoutCopies().events().stream())
            .toList());
  }

  /** Sequences of every subject on both topics and in the feed, and that these agree. */
  List<Difference> orderDifferences() {
    var differences = new ArrayList<Difference>();
    var told = new ArrayList<>(published().events());
    told.addAll(others.withoutCopies().events());
    var all = new EventLog(told);
    rising("topics", all, differences);
    rising("feed", feed, differences);
    var published = all.references();
    var fed = feed.references();
    difference(published, fed)
        .forEach(
            event -> differences.add(new Difference(NOTHING_LOST, event + " is not in the feed")));
    difference(fed, published)
        .forEach(
            event -> differences.add(new Difference(NO_PHANTOM, event + " is only in the feed")));
    return differences;
  }

  private static void rising(String where, EventLog log, List<Difference> differences) {
    var last = new HashMap<String, Long>();
    for (var event : log.events()) {
      var before = last.getOrDefault(event.subject(), 0L);
      if (event.sequence() != before + 1) {
        differences.add(
            new Difference(
                IN_ORDER,
                "%s: %s comes after sequence %d".formatted(where, event.reference(), before)));
      }
      last.merge(event.subject(), event.sequence(), Math::max);
    }
  }

  /** Records of the topics that say again what was said. */
  long copies() {
    return missions.events().size() + activities.events().size() - published().events().size();
  }

  /**
   * Events that were repeated more often than the faults explain.
   *
   * @param mostCopies of one event, since then
   */
  List<Difference> copiesBeyond(long mostCopies, Evidence before) {
    var countsBefore = before.counts();
    return counts().entrySet().stream()
        .filter(
            count -> count.getValue() - countsBefore.getOrDefault(count.getKey(), 1L) > mostCopies)
        .map(
            count ->
                new Difference(
                    DUPLICATES_BOUNDED,
                    "%s stands %d times on its topic".formatted(count.getKey(), count.getValue())))
        .toList();
  }

  private Map<String, Long> counts() {
    return Stream.concat(missions.events().stream(), activities.events().stream())
        .collect(Collectors.groupingBy(EventLog.Event::reference, Collectors.counting()));
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    var rest = new HashSet<>(all);
    rest.removeAll(without);
    return rest;
  }
}
