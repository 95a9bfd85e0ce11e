package dev.kanmin.odalinkage.need;

import static dev.kanmin.odalinkage.need.NeedState.LAPSED;
import static dev.kanmin.odalinkage.need.NeedState.MATCHED;
import static dev.kanmin.odalinkage.need.NeedState.MET;
import static dev.kanmin.odalinkage.need.NeedState.REGISTERED;
import static dev.kanmin.odalinkage.need.NeedState.VERIFIED;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.odalinkage.need.NeedCommand.*;
import java.util.List;
import java.util.Optional;

/** What may be done with a need, when and by whom. */
final class NeedLifeCycle {
  static final String KIND = "need";
  static final String OWNER = "owner";

  static final LifeCycle<NeedCommand, Need> TABLE =
      LifeCycle.of(KIND, "needs:write", Need::state, NeedRules.NOT_IN_THIS_STATE)
          .others(NeedRules.NOT_YOUR_NEED)
          .with(
              verb("register", Register.class)
                  .to(REGISTERED)
                  .unless(NeedRules.ALREADY_REGISTERED, NeedRules::registered),
              verb("revise", Revise.class).from(REGISTERED, VERIFIED, MATCHED).by(owner()),
              verb("verify", Verify.class).from(REGISTERED).to(VERIFIED).by(owner()).repeatable(),
              verb("match", Match.class)
                  .from(REGISTERED, VERIFIED, MATCHED)
                  .to(MATCHED)
                  .repeatable((asked, need) -> need.matchedBy().contains(asked.linkage()))
                  .internal(),
              verb("unmatch", Unmatch.class)
                  .from(MATCHED)
                  .to(REGISTERED, VERIFIED, MATCHED)
                  .repeatable((asked, need) -> !need.matchedBy().contains(asked.linkage()))
                  .internal(),
              verb("meet", Meet.class)
                  .from(REGISTERED, VERIFIED, MATCHED)
                  .to(MET)
                  .by(owner())
                  .repeatable(),
              verb("meet-by-linkage", MeetByLinkage.class)
                  .from(REGISTERED, VERIFIED, MATCHED)
                  .to(MET)
                  .repeatable()
                  .internal(),
              verb("lapse", Lapse.class)
                  .from(REGISTERED, VERIFIED, MATCHED)
                  .to(LAPSED)
                  .by(owner())
                  .repeatable(
                      (asked, need) ->
                          need.lapsed()
                              .equals(Optional.of(new Need.Lapse(asked.reason(), asked.remark())))),
              verb("reopen", Reopen.class).from(LAPSED).to(REGISTERED, VERIFIED).by(owner()));

  private NeedLifeCycle() {}

  private static List<Role<Need>> owner() {
    return List.of(new Role<>(OWNER, Need::isOwnedBy));
  }

  private static <K extends NeedCommand> Row<K, Need> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
