package dev.kanmin.directory.counterpart;

import dev.kanmin.directory.counterpart.CounterpartCommand.*;
import dev.kanmin.directory.counterpart.CounterpartEvent.*;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link CounterpartLifeCycle} admits it. */
final class CounterpartDecider
    implements Decider<CounterpartCommand, CounterpartEvent, Counterpart> {

  @Override
  public Counterpart initial() {
    return Counterpart.NONE;
  }

  @Override
  public List<CounterpartEvent> decide(
      CounterpartCommand command, Counterpart counterpart, CommandContext context) {
    return CounterpartLifeCycle.TABLE.admits(command, counterpart, context)
        ? events(command, counterpart, context)
        : List.of();
  }

  private static List<CounterpartEvent> events(
      CounterpartCommand command, Counterpart counterpart, CommandContext context) {
    return switch (command) {
      case Register(var id, var profile) -> {
        profile.check();
        yield List.of(CounterpartChanged.of(id, 1, context.by(), profile));
      }
      case ChangeProfile(var profile) -> {
        profile.check();
        yield Optional.of(profile).equals(counterpart.profile())
            ? List.of()
            : List.of(
                CounterpartChanged.of(
                    counterpart.id(), counterpart.revision() + 1, counterpart.owner(), profile));
      }
      case HandOver(var from, var to) ->
          counterpart.known().office().filter(it -> it.code().equals(from)).isPresent()
              ? List.of(new CounterpartHandedOver(counterpart.id(), from, to))
              : List.of();
      case Merge(var into) -> List.of(new CounterpartsMerged(counterpart.id(), into));
    };
  }

  @Override
  public Counterpart evolve(Counterpart counterpart, CounterpartEvent event) {
    return switch (event) {
      case CounterpartChanged told ->
          (counterpart.exists() ? counterpart : born(told)).told(told.profile(), told.revision());
      case CounterpartHandedOver(var id, var from, var to) ->
          counterpart.told(counterpart.known().of(to), counterpart.revision());
      case CounterpartsMerged(var id, var into) -> counterpart.mergedInto(into);
    };
  }

  private static Counterpart born(CounterpartChanged told) {
    return new Counterpart(
        told.counterpartId(),
        CounterpartState.ACTIVE,
        told.responsible(),
        Optional.of(told.profile()),
        told.revision(),
        Optional.empty());
  }
}
