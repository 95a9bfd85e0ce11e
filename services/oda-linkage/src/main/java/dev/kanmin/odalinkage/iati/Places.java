package dev.kanmin.odalinkage.iati;

import java.util.IdentityHashMap;
import java.util.Objects;

/**
 * Where the elements of a tree stand. Equal elements stand in different places, so identity counts
 * here.
 */
final class Places {

  private final IdentityHashMap<IatiElement, Place> places = new IdentityHashMap<>();

  void put(IatiElement element, Place place) {
    places.put(element, place);
  }

  /**
   * The place of an element that was put here.
   *
   * @throws NullPointerException when it was not
   */
  Place of(IatiElement element) {
    return Objects.requireNonNull(places.get(element), element.name().local());
  }
}
