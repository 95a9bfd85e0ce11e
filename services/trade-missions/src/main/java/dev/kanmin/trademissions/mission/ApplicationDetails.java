package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.aggregates.Checks;
import java.util.List;
import java.util.Optional;

/**
 * What a company says with its application: for the mission's agencies and the submitting agency
 * alone, never on an event.
 *
 * @param contactRole whom to ask, a code of {@code contact-roles}
 * @param products ids of products of the company's profile
 * @param remarks up to {@value #LONGEST_REMARKS} characters
 */
record ApplicationDetails(
    Optional<String> contactRole,
    @JsonSetter(nulls = AS_EMPTY) List<String> products,
    Optional<String> remarks) {
  static final ApplicationDetails NONE =
      new ApplicationDetails(Optional.empty(), List.of(), Optional.empty());

  static final int LONGEST_REMARKS = 1_000;
  static final int MOST_PRODUCTS = 20;
  private static final String ROLES = "contact-roles";

  void check() {
    contactRole
        .filter(it -> !CodeLists.list(ROLES).has(it))
        .ifPresent(
            it -> {
              throw MissionRules.UNKNOWN_CODE.refuse(
                  "It is one of " + CodeLists.list(ROLES).currentCodes() + ".", "/contactRole");
            });
    Checks.distinct(products, MOST_PRODUCTS, "/products");
    remarks.ifPresent(it -> Checks.text(it, LONGEST_REMARKS, "/remarks"));
  }
}
