package dev.kanmin.marketintelligence.tender;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Aggregates;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many tenders of a cell are open. */
@Component
public class OpenTenders {
  private final Aggregates<TenderCommand, TenderEvent, Tender> tenders;

  OpenTenders(Aggregates<TenderCommand, TenderEvent, Tender> tenders) {
    this.tenders = tenders;
  }

  public Mono<Long> count(CountryCode country, Field field) {
    return Mono.from(
        tenders
            .collection()
            .countDocuments(
                Filters.and(
                    Filters.eq(Tenders.COUNTRY, country.code()),
                    Filters.eq(Tenders.FIELDS, field.code()),
                    Filters.eq(Tenders.STATE, TenderState.OPEN.code()))));
  }
}
