package dev.kanmin.smeadvice.measures;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of support measures. */
@Component
class MeasureQueries {
  private final Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measures;

  MeasureQueries(Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measures) {
    this.measures = measures;
  }

  Mono<MeasureView> one(String id, Reader reader) {
    return measures.find(id, reader.agency()).map(stored -> MeasureView.of(stored, reader));
  }

  /** In order of their codes. */
  Mono<Page<MeasureView.Summary>> list(MeasureFilter filter, PageRequest page, Reader reader) {
    LocalDate today = WorkingCalendar.dayOf(reader.at());
    return Keyset.query(measures.collection(), filter.asked(), page, Measures.CODE)
        .map(found -> found.map(it -> MeasureView.Summary.of(measures.read(it), today)));
  }

  /** All that are current, in order of their codes. */
  Flux<Stored<MeasureRecord>> current() {
    return Flux.from(
            measures
                .collection()
                .find(Filters.eq(Measures.STATE, MeasureState.CURRENT.code()))
                .sort(Sorts.ascending(Measures.CODE, "_id")))
        .map(measures::read);
  }
}
