package dev.kanmin.directory.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Records that are proposed to be one.
 *
 * @param reason {@code same-corporate-number} or {@code same-name}
 * @param ids in rising order
 */
public record DuplicateGroup(String reason, List<String> ids) {
  public static final String SAME_NUMBER = "same-corporate-number";
  public static final String SAME_NAME = "same-name";

  /**
   * A record that has something in common with others.
   *
   * @param place that tells records of one name apart, where it is known
   */
  public record Member(String id, Optional<String> place) {}

  /** Those of one place, each with those whose place is not known. */
  public static Stream<DuplicateGroup> of(String reason, List<Member> members) {
    List<String> unplaced =
        members.stream().filter(it -> it.place().isEmpty()).map(Member::id).toList();
    List<String> places =
        members.stream().flatMap(it -> it.place().stream()).distinct().sorted().toList();
    if (places.isEmpty()) {
      return group(reason, unplaced);
    }
    return places.stream()
        .flatMap(
            place -> {
              List<String> ids = new ArrayList<>(unplaced);
              members.stream()
                  .filter(it -> it.place().equals(Optional.of(place)))
                  .forEach(it -> ids.add(it.id()));
              return group(reason, ids);
            });
  }

  private static Stream<DuplicateGroup> group(String reason, List<String> ids) {
    List<String> each = List.copyOf(new TreeSet<>(ids));
    return each.size() > 1 ? Stream.of(new DuplicateGroup(reason, each)) : Stream.of();
  }
}
