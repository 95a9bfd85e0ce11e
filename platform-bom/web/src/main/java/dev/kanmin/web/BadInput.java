package dev.kanmin.web;

import java.util.List;
import org.springframework.http.HttpHeaders;

/** The request cannot be read as documented (400). Names every fault that was found. */
public final class BadInput extends ProblemException {
  private static final long serialVersionUID = 1L;

  public BadInput(List<InputFault> faults) {
    super(ProblemTypes.BAD_INPUT, summary(faults), faults, HttpHeaders.EMPTY);
  }

  public BadInput(InputFault fault) {
    this(List.of(fault));
  }

  private static String summary(List<InputFault> faults) {
    return faults.size() == 1
        ? faults.getFirst().detail()
        : faults.size() + " faults were found; see errors.";
  }
}
