package dev.kanmin.marketintelligence.regulation;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.marketintelligence.regulation.RegulationCommand.Retract;
import dev.kanmin.marketintelligence.regulation.RegulationCommand.State;
import dev.kanmin.marketintelligence.regulation.RegulationEvent.RegulationChanged;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any agency states what it knows, and takes back what it stated itself. Facts that contradict one
 * another stand side by side: who is right is for readers to judge, by source, date and trust.
 */
final class RegulationDecider implements Decider<RegulationCommand, RegulationEvent, Regulation> {
  static final String KIND = "regulation";
  static final Rule NO_SUCH_REGULATION =
      Rule.notFound("no-such-regulation", "Nothing is known of this regulation");
  static final Rule NO_SUCH_FACT = Rule.notFound("no-such-fact", "There is no such fact");
  static final Rule NOT_YOUR_FACT =
      Rule.forbidden("not-your-fact", "Only the agency that stated the fact takes it back");
  static final Rule UNKNOWN_ITEM =
      Rule.invalid("unknown-item", "There is no such item of regulation");
  static final Rule SOURCE_IN_FUTURE =
      Rule.invalid("source-in-future", "A source cannot be of a day to come");
  static final Rule BAD_URL = Rule.invalid("bad-url", "The address is no web address");
  static final Rule TOO_MANY_FACTS =
      Rule.conflict("too-many-facts", "The record takes no more facts");

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int MOST_FACTS = 200;
  private static final int LONGEST_TEXT = 500;

  @Override
  public Regulation initial() {
    return Regulation.NONE;
  }

  @Override
  public List<RegulationEvent> decide(
      RegulationCommand command, Regulation regulation, CommandContext context) {
    return switch (command) {
      case State state -> state(state, regulation, context);
      case Retract(var id) -> retract(id, regulation, context);
    };
  }

  @Override
  public Regulation evolve(Regulation regulation, RegulationEvent event) {
    return switch (event) {
      case RegulationChanged(var country, var field, var item, var facts) ->
          new Regulation(Optional.of(country), field, facts);
    };
  }

  private static List<RegulationEvent> state(
      State state, Regulation regulation, CommandContext context) {
    check(state, context.at().atZone(JAPAN).toLocalDate());
    String id =
        Ids.derived(
            "fct",
            state.item(),
            state.value().toString(),
            state.source(),
            state.on().toString(),
            context.by().code());
    RegulationFact fact =
        new RegulationFact(
            id,
            state.item(),
            state.value(),
            state.source(),
            state.url(),
            state.on(),
            state.trust(),
            context.by());
    if (regulation.find(id).equals(Optional.of(fact))) {
      return List.of();
    }
    List<RegulationFact> others =
        regulation.facts().stream().filter(it -> !it.id().equals(id)).toList();
    if (others.size() >= MOST_FACTS) {
      throw TOO_MANY_FACTS.refuse("It has " + MOST_FACTS + "; take back what no longer holds.");
    }
    return List.of(
        new RegulationChanged(
            state.country(),
            state.field(),
            state.item(),
            Stream.concat(others.stream(), Stream.of(fact)).toList()));
  }

  private static void check(State state, LocalDate today) {
    state.field().ifPresent(it -> Checks.field(it, "/field"));
    if (!CodeLists.list("regulation-items").currentCodes().contains(state.item())) {
      throw UNKNOWN_ITEM.refuse(
          "It is one of " + CodeLists.list("regulation-items").currentCodes() + ".", "/item");
    }
    Checks.text(state.value(), LONGEST_TEXT, "/value");
    Checks.text(state.source(), LONGEST_TEXT, "/source");
    state
        .url()
        .ifPresent(
            it -> {
              Checks.text(it, LONGEST_TEXT, "/url");
              if (!it.startsWith("https://") && !it.startsWith("http://")) {
                throw BAD_URL.refuse("It begins with https:// or http://.", "/url");
              }
            });
    if (state.on().isAfter(today)) {
      throw SOURCE_IN_FUTURE.refuse("Today is " + today + ".", "/on");
    }
  }

  private static List<RegulationEvent> retract(
      String id, Regulation regulation, CommandContext context) {
    RegulationFact fact =
        regulation
            .find(id)
            .orElseThrow(() -> NO_SUCH_FACT.refuse("It may have been taken back.", "/fact"));
    if (!fact.by().equals(context.by())) {
      throw NOT_YOUR_FACT.refuse(
          "It was stated by " + fact.by() + "; state what you know beside it.", "/fact");
    }
    return List.of(
        new RegulationChanged(
            regulation.country().orElseThrow(),
            regulation.field(),
            fact.item(),
            regulation.facts().stream().filter(it -> !it.id().equals(id)).toList()));
  }
}
