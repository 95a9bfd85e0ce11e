package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.smeadvice.measures.MeasureCommand.Publish;
import dev.kanmin.smeadvice.measures.MeasureCommand.Revise;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Takes the list that the jGrants API answers, row by row. */
@Component
class JGrantsImport {
  private static final int MOST_ROWS = 1_000;

  private final Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measures;

  JGrantsImport(Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measures) {
    this.measures = measures;
  }

  /**
   * As the API answers it; columns that are not named here are skipped.
   *
   * @param metadata what the API says of the answer; skipped
   * @param result the rows, at most 1,000: id, title, subsidy_max_limit, acceptance_start_datetime,
   *     acceptance_end_datetime, target_area_search, target_number_of_employees, industry,
   *     use_purpose
   */
  @Schema(name = "JGrantsListing")
  record Listing(
      @Schema(implementation = Object.class) Optional<JsonNode> metadata,
      @ArraySchema(schema = @Schema(implementation = Object.class)) List<JsonNode> result) {}

  /**
   * What came of it.
   *
   * @param imported rows that were published or revised
   * @param unchanged rows that say what is known
   * @param refused rows that could not be taken, and why
   */
  @Schema(name = "JGrantsReport")
  record Report(int rows, int imported, int unchanged, List<RowFault> refused) {}

  /**
   * A row that could not be taken.
   *
   * @param row its number, from 1
   * @param pointer of the value at fault, in the body that was sent
   */
  @Schema(name = "JGrantsRowFault")
  record RowFault(int row, String pointer, String code, String detail) {}

  /** What came of one row. */
  private record Outcome(boolean changed, Optional<RowFault> fault) {}

  Mono<Report> take(Listing listing, CommandContext context) {
    return Mono.fromRunnable(() -> Checks.size(listing.result(), MOST_ROWS, "/result"))
        .thenMany(Flux.range(0, listing.result().size()))
        .concatMap(row -> take(row, new JGrantsRow(listing.result().get(row)), context))
        .collectList()
        .map(JGrantsImport::report);
  }

  private Mono<Outcome> take(int row, JGrantsRow fields, CommandContext context) {
    return Mono.fromCallable(() -> fields.measure(WorkingCalendar.dayOf(context.at())))
        .flatMap(measure -> store(measure, context))
        .map(receipt -> new Outcome(!receipt.unchanged(), Optional.empty()))
        .onErrorResume(
            JGrantsRow.Fault.class,
            fault ->
                Mono.just(
                    refused(
                        row,
                        "/" + fault.field(),
                        "unreadable-row",
                        String.valueOf(fault.getMessage()))))
        .onErrorResume(
            Refusal.class,
            refusal ->
                Mono.just(
                    refused(
                        row,
                        refusal.pointer().orElse(""),
                        refusal.rule().code(),
                        refusal.detail())));
  }

  /** Read on another day alone, a measure is what it was. */
  private Mono<Receipt> store(Measure measure, CommandContext context) {
    String id = MeasureDecider.id(context.by().code(), measure.code());
    return measures
        .find(id)
        .flatMap(
            stored ->
                measures.handle(
                    id,
                    new Revise(
                        measure
                                .asRead(stored.state().measure().source().retrieved())
                                .equals(stored.state().measure())
                            ? stored.state().measure()
                            : measure),
                    context))
        .switchIfEmpty(Mono.defer(() -> measures.bear(id, new Publish(id, measure), context)));
  }

  private static Outcome refused(int row, String below, String code, String detail) {
    return new Outcome(
        false, Optional.of(new RowFault(row + 1, "/result/" + row + below, code, detail)));
  }

  private static Report report(List<Outcome> outcomes) {
    List<RowFault> refused = new ArrayList<>();
    outcomes.forEach(it -> it.fault().ifPresent(refused::add));
    int imported = (int) outcomes.stream().filter(Outcome::changed).count();
    return new Report(
        outcomes.size(), imported, outcomes.size() - imported - refused.size(), refused);
  }
}
