package dev.kanmin.odalinkage.activity;

import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Gathers what is wrong in a body, so that the caller hears of all of it at once. */
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

  void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
  }
}
