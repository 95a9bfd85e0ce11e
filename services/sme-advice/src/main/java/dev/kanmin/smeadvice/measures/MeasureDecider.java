package dev.kanmin.smeadvice.measures;

import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.smeadvice.measures.MeasureCommand.*;
import dev.kanmin.smeadvice.measures.MeasureEvent.*;
import java.util.List;

/** What a command leads to once {@link MeasureLifeCycle} admits it. */
final class MeasureDecider implements Decider<MeasureCommand, MeasureEvent, MeasureRecord> {
  @Override
  public MeasureRecord initial() {
    return MeasureRecord.NONE;
  }

  @Override
  public List<MeasureEvent> decide(
      MeasureCommand command, MeasureRecord one, CommandContext context) {
    if (!MeasureLifeCycle.TABLE.admits(command, one, context)) {
      return List.of();
    }
    return switch (command) {
      case Publish(var id, var measure) -> {
        MeasureRules.check(measure);
        yield List.of(new SupportMeasurePublished(id, context.by(), measure));
      }
      case Revise(var measure) -> revise(measure, one);
      case Retire() -> List.of(new SupportMeasureRetired(idOf(one), MeasureState.RETIRED));
    };
  }

  private static List<MeasureEvent> revise(Measure measure, MeasureRecord one) {
    MeasureRules.check(measure);
    if (!measure.code().equals(one.measure().code())) {
      throw MeasureRules.CODE_NEVER_CHANGES.refuse(
          "It is " + one.measure().code() + "; publish another measure.", "/code");
    }
    return measure.equals(one.measure()) && one.state() == MeasureState.CURRENT
        ? List.of()
        : List.of(new SupportMeasureRevised(idOf(one), measure));
  }

  /** An agency has one measure of a code. */
  static String id(String agency, String code) {
    return Ids.derived("msr", agency, code);
  }

  private static String idOf(MeasureRecord one) {
    return id(one.owner().code(), one.measure().code());
  }

  /** A revised measure is current again. */
  @Override
  public MeasureRecord evolve(MeasureRecord one, MeasureEvent event) {
    return switch (event) {
      case SupportMeasurePublished it ->
          new MeasureRecord(it.agency(), MeasureState.CURRENT, it.measure());
      case SupportMeasureRevised it ->
          new MeasureRecord(one.owner(), MeasureState.CURRENT, it.measure());
      case SupportMeasureRetired it -> new MeasureRecord(one.owner(), it.state(), one.measure());
    };
  }
}
