package dev.kanmin.controltower.logic;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.controltower.logic.LogicModel.LogicModelState;
import dev.kanmin.controltower.logic.LogicModels.LogicModelEvent;
import dev.kanmin.controltower.logic.LogicModels.Take;
import dev.kanmin.controltower.rs.EffectPath;
import dev.kanmin.controltower.rs.Programme;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of logic models. */
@Component
class LogicModelQueries {
  private final Aggregates<Take, LogicModelEvent, LogicModel> models;

  LogicModelQueries(Aggregates<Take, LogicModelEvent, LogicModel> models) {
    this.models = models;
  }

  /** Which logic models a list is to show. Whatever is absent does not restrict it. */
  record LogicModelFilter(
      Optional<String> programme, Optional<String> year, Optional<AgencyCode> agency) {
    Bson toBson() {
      List<Bson> all = new ArrayList<>();
      programme.ifPresent(it -> all.add(Filters.eq(LogicModels.PROGRAMME, it)));
      year.ifPresent(it -> all.add(Filters.eq(LogicModels.YEAR, it)));
      agency.ifPresent(it -> all.add(Filters.eq(LogicModels.OWNER, it.code())));
      return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
  }

  /** A logic model in a list. */
  @Schema(name = "LogicModelSummary")
  record Summary(
      String id, long version, LogicModelState state, AgencyCode owner, Programme programme) {
    static Summary of(Stored<LogicModel> stored) {
      LogicModel model = stored.state();
      return new Summary(
          stored.id(), stored.version(), model.state(), model.owner().orElseThrow(), model.known());
    }
  }

  /** A logic model as it is shown: the graph, and the series with their values by year. */
  @Schema(name = "LogicModel")
  record LogicModelView(
      String id,
      long version,
      LogicModelState state,
      AgencyCode owner,
      Programme programme,
      EffectPath path) {
    static LogicModelView of(Stored<LogicModel> stored) {
      LogicModel model = stored.state();
      return new LogicModelView(
          stored.id(),
          stored.version(),
          model.state(),
          model.owner().orElseThrow(),
          model.known(),
          EffectPath.of(model.targets(), model.links()));
    }
  }

  Mono<Stored<LogicModel>> model(String id, AgencyCode reader) {
    return models.find(id, reader);
  }

  Mono<Page<Summary>> models(LogicModelFilter filter, PageRequest page) {
    return Keyset.query(models.collection(), filter.toBson(), page)
        .map(found -> found.map(document -> Summary.of(models.read(document))));
  }
}
