package dev.kanmin.odalinkage.activity;

import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Gathers what is wrong in a request, so that the caller hears of all of it at once. */
final class InputFaults {
  private final List<InputFault> faults = new ArrayList<>();

  void check(boolean good, String pointer, String detail) {
    check(good, pointer, FaultCodes.INVALID_VALUE, detail);
  }

  void check(boolean good, String pointer, String code, String detail) {
    if (!good) {
      faults.add(InputFault.at(pointer, code, detail));
    }
  }

  /** Reads each element of a list, telling it where it stands. */
  <I, O> List<O> each(List<I> elements, String pointer, BiFunction<I, String, O> reading) {
    List<O> read = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      read.add(reading.apply(elements.get(i), pointer + "/" + i));
    }
    return read;
  }

  /** Reads a query parameter; empty when it is absent, or a fault. */
  <T> Optional<T> read(String parameter, Optional<String> given, Function<String, T> reading) {
    try {
      return given.map(reading);
    } catch (IllegalArgumentException none) {
      faults.add(
          InputFault.parameter(
              parameter, FaultCodes.INVALID_VALUE, String.valueOf(none.getMessage())));
      return Optional.empty();
    }
  }

  void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
  }
}
