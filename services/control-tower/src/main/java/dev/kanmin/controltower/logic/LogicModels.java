package dev.kanmin.controltower.logic;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.controltower.logic.LogicModel.Form;
import dev.kanmin.controltower.rs.Programme;
import dev.kanmin.controltower.rs.RsTable;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a logic model is to the platform. It has no life cycle: whoever imported it imports it
 * again, and each agency has its own.
 */
@Configuration(proxyBeanMethods = false)
class LogicModels {
  static final String OWNER = "keys.owner";
  static final String PROGRAMME = "keys.programme";
  static final String YEAR = "keys.year";
  static final Rule NO_SUCH_MODEL =
      Rule.notFound("no-such-logic-model", "There is no such logic model");

  private static final String KIND = "logic-model";

  /** All that can be asked of a logic model. */
  record Take(Form form, Programme programme, RsTable table) {}

  /** All that can happen to a logic model. Its rows stay here, where they are read. */
  sealed interface LogicModelEvent {
    /**
     * A form of a programme was imported.
     *
     * @param rows how many it has
     */
    @EventType("logic-model-imported")
    record LogicModelImported(
        Form form,
        Programme programme,
        int rows,
        @NotPublished Optional<AgencyCode> owner,
        @NotPublished Optional<RsTable> table)
        implements LogicModelEvent {}
  }

  /** The same rows again change nothing. */
  static final class ImportDecider implements Decider<Take, LogicModelEvent, LogicModel> {
    @Override
    public LogicModel initial() {
      return LogicModel.NONE;
    }

    @Override
    public List<LogicModelEvent> decide(Take take, LogicModel model, CommandContext context) {
      return model.table(take.form()).equals(take.table())
          ? List.of()
          : List.of(
              new LogicModelEvent.LogicModelImported(
                  take.form(),
                  take.programme(),
                  take.table().rows().size(),
                  Optional.of(context.by()),
                  Optional.of(take.table())));
    }

    @Override
    public LogicModel evolve(LogicModel model, LogicModelEvent event) {
      return switch (event) {
        case LogicModelEvent.LogicModelImported(
                var form,
                var programme,
                var rows,
                var owner,
                var table) ->
            new LogicModel(owner, Optional.of(programme), model.targets(), model.links())
                .with(form, table.orElseThrow());
      };
    }
  }

  static final AggregateType<Take, LogicModelEvent, LogicModel> TYPE =
      AggregateType.of(
              KIND,
              "lgm",
              NO_SUCH_MODEL,
              LogicModelEvent.class,
              LogicModel.class,
              new ImportDecider())
          .bornBy(take -> true)
          .card(model -> model.programme().map(programme -> card(model, programme)))
          .keys(
              LogicModels::keys,
              List.of(
                  StoreIndex.ascending("by-owner", OWNER, "_id"),
                  StoreIndex.ascending("by-programme", PROGRAMME, YEAR, "_id")))
          .build();

  @Bean
  Aggregates<Take, LogicModelEvent, LogicModel> logicModelAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  static String id(AgencyCode owner, Programme programme) {
    return Ids.derived("lgm", owner.code(), programme.id(), programme.year());
  }

  private static Card card(LogicModel model, Programme programme) {
    return new CardMaker(KIND, model.state())
        .title(Map.of("ja", programme.name()))
        .responsible(model.owner().orElseThrow(), "owner")
        .link("reference", programme.id())
        .make();
  }

  private static Document keys(LogicModel model) {
    return new Document("owner", model.owner().orElseThrow().code())
        .append("programme", model.known().id())
        .append("year", model.known().year());
  }
}
