package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.marketintelligence.tender.TenderCommand.*;
import java.util.List;

/**
 * What may be done with a tender, when and by whom. Releases and notices are public: any agency may
 * import them, and they say the state. What is entered by hand is its agency's.
 */
final class TenderLifeCycle {
  static final String KIND = "tender";
  static final String OWNER = "owner";

  private static final List<Role<Tender>> OWN = List.of(new Role<>(OWNER, Tender::isOwnedBy));

  static final LifeCycle<TenderCommand, Tender> TABLE =
      LifeCycle.of(KIND, "market:write", Tender::state, TenderRules.NOT_IN_THIS_STATE)
          .others(TenderRules.NOT_YOUR_TENDER)
          .with(
              verb("take-releases", TakeReleases.class),
              verb("take-notice", TakeNotice.class),
              verb("enter", Enter.class)
                  .to(TenderState.PLANNED, TenderState.OPEN, TenderState.CLOSED)
                  .unless(TenderRules.ALREADY_ENTERED, TenderRules::known),
              verb("revise", Revise.class)
                  .from(TenderState.PLANNED, TenderState.OPEN, TenderState.CLOSED)
                  .to(TenderState.PLANNED, TenderState.OPEN, TenderState.CLOSED)
                  .by(OWN)
                  .unless(TenderRules.IMPORTED, TenderRules::notEntered),
              verb("close", Close.class)
                  .from(TenderState.PLANNED, TenderState.OPEN, TenderState.CLOSED)
                  .to(
                      TenderState.CLOSED,
                      TenderState.AWARDED,
                      TenderState.CANCELLED,
                      TenderState.UNSUCCESSFUL,
                      TenderState.WITHDRAWN)
                  .by(OWN)
                  .unless(TenderRules.IMPORTED, TenderRules::notEntered)
                  .repeatable((asked, it) -> it.state() == asked.ending().state()),
              verb("lapse", Lapse.class)
                  .from(TenderState.OPEN)
                  .to(TenderState.CLOSED)
                  .internal()
                  .repeatable(),
              verb("confirm-fields", ConfirmFields.class)
                  .from(TenderState.values())
                  .by(OWN)
                  .unless(TenderRules.NOTHING_TO_CONFIRM, TenderRules::withoutFields),
              verb("override-fields", OverrideFields.class).from(TenderState.values()).by(OWN));

  private TenderLifeCycle() {}

  private static <K extends TenderCommand> Row<K, Tender> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
