package dev.kanmin.bench.stage;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is asked for the first time, by whichever thread. */
final class Once<T> {
  private final Supplier<T> making;
  private Optional<T> made = Optional.empty();

  Once(Supplier<T> making) {
    this.making = making;
  }

  synchronized T get() {
    if (made.isEmpty()) {
      made = Optional.of(making.get());
    }
    return made.get();
  }
}
