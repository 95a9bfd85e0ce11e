package dev.kanmin.web;

import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CodeLists;
import java.util.List;
import java.util.Optional;
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

  /**
   * Checks a query parameter whose value is a code of a list; retired codes are in it too.
   *
   * @throws BadInput if the list has no such code
   */
  public static void unlessListed(String parameter, String list, Optional<String> code) {
    CodeList codes = CodeLists.list(list);
    if (code.filter(it -> !codes.has(it)).isPresent()) {
      throw new BadInput(
          InputFault.parameter(
              parameter,
              FaultCodes.INVALID_VALUE,
              parameter + " is one of " + codes.currentCodes() + "."));
    }
  }

  private static String summary(List<InputFault> faults) {
    return faults.size() == 1
        ? faults.getFirst().detail()
        : faults.size() + " faults were found; see errors.";
  }
}
