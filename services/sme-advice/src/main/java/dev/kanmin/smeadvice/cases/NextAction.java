package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be done next.
 *
 * @param kind a code of {@code action-kinds}
 * @param due the day by which it is to be done
 * @param arisesFrom the mission that asks for it, or the tender, report or regulation that it is
 *     about; absent where an adviser added it
 * @param text what exactly; for the agencies that advise alone
 */
record NextAction(
    String id,
    String kind,
    Optional<LocalDate> due,
    Optional<String> arisesFrom,
    AgencyCode by,
    ActionState state,
    Optional<String> text) {

  NextAction in(ActionState newState) {
    return new NextAction(id, kind, due, arisesFrom, by, newState, text);
  }

  boolean isOpen() {
    return state == ActionState.OPEN;
  }
}
