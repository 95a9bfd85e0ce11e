package dev.kanmin.controltower.actual;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.page.Decision;
import dev.kanmin.controltower.page.Wanted;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Reader;
import dev.kanmin.web.overview.Saying;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reported figures, for pages. */
@Component
public class ActualSections {
  private final Aggregates<ActualCommand, ActualEvent, Actual> actuals;

  ActualSections(Aggregates<ActualCommand, ActualEvent, Actual> actuals) {
    this.actuals = actuals;
  }

  /** Figures on their way up, as far as the reader may see them. */
  public Flux<Decision> decisions(Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return Flux.from(
            actuals
                .collection()
                .find(
                    Filters.and(
                        new ActualQueries.ActualFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                wanted.agency())
                            .seenBy(reader.agency()),
                        Filters.in(
                            Actuals.STATE,
                            ActualState.SUBMITTED.code(),
                            ActualState.APPROVED.code()))))
        .map(actuals::read)
        .filter(stored -> wanted.isAbout(stored.state().known().scope()))
        .take(Wanted.MOST)
        .map(stored -> decision(stored, saying));
  }

  private static Decision decision(Stored<Actual> stored, Saying saying) {
    Actual actual = stored.state();
    boolean own = actual.state() == ActualState.SUBMITTED;
    return new Decision(
        stored.id(),
        saying.text(new LocalizedText(actual.indicatorName()))
            + " "
            + saying.year(actual.known().fiscalYear()),
        own
            ? saying.of("機関として実績を承認する", "Approve the figure as its agency")
            : saying.of("実績を確定する", "Accept the figure"),
        own ? saying.agency(actual.owner().orElseThrow()) : Decision.tower(saying));
  }
}
