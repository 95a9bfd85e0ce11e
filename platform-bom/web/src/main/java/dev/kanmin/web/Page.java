package dev.kanmin.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next cursor of the page after this one; absent on the last page
 * @param leftOut what the list does not show, and why
 */
public record Page<T>(List<T> items, Optional<String> next, List<LeftOut> leftOut) {

  /**
   * Items that a list does not show.
   *
   * @param reason stable code in kebab case, such as {@code restricted}
   * @param count how many; a list that could leave out very many counts up to a bound, which it
   *     names
   */
  public record LeftOut(String reason, long count) {}

  public Page {
    items = List.copyOf(items);
    leftOut = List.copyOf(leftOut);
  }

  /** The same page with every item turned into something else. */
  public <R> Page<R> map(Function<? super T, ? extends R> function) {
    return new Page<>(items.stream().<R>map(function).toList(), next, leftOut);
  }

  public Page<T> leavingOut(List<LeftOut> what) {
    return new Page<>(items, next, what);
  }
}
