package dev.kanmin.odalinkage.linkage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a linkage is for. At least one is given.
 *
 * @param activity id of an activity, {@code act_…}
 * @param need id of a need, {@code need_…}
 * @param tender id of a tender
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OffersTo(Optional<String> activity, Optional<String> need, Optional<String> tender) {

  public static OffersTo need(String id) {
    return new OffersTo(Optional.empty(), Optional.of(id), Optional.empty());
  }

  public static OffersTo activity(String id) {
    return new OffersTo(Optional.of(id), Optional.empty(), Optional.empty());
  }

  public static OffersTo tender(String id) {
    return new OffersTo(Optional.empty(), Optional.empty(), Optional.of(id));
  }

  /** The ids, the need's first: whoever answers for it answers for the linkage. */
  public List<String> ids() {
    return Stream.of(need, activity, tender).flatMap(Optional::stream).toList();
  }
}
