package dev.kanmin.sheets;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.InputFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a table of records in. Every line is decided before any is written: a file with a fault
 * changes nothing, and each fault is told by line and column. A line that says what is stored
 * already leads to nothing, so a file can be imported again and again, also after one that broke
 * off.
 */
public final class SheetImport<C, E, S> {
  /** Bytes of a file. */
  public static final int LARGEST_FILE = 5 * 1024 * 1024;

  private static final int AT_ONCE = 16;

  /** What a kind of record makes of a line. */
  public interface Lines<C, S> {
    Columns columns();

    /** The record that the line is about, if there is one. */
    Mono<Stored<S>> existing(Cells line, AgencyCode by);

    /** The id that a record made of this line gets, now and whenever the line comes again. */
    String newId(Cells line, AgencyCode by);

    /** What the line asks for. */
    Mono<C> command(String id, Cells line, Optional<S> existing, AgencyCode by);
  }

  private final Aggregates<C, E, S> aggregates;
  private final Lines<C, S> lines;

  public SheetImport(Aggregates<C, E, S> aggregates, Lines<C, S> lines) {
    this.aggregates = aggregates;
    this.lines = lines;
  }

  /** What is to be done for a line. */
  private record Plan<C>(int line, String id, C command, boolean isNew, boolean changes) {}

  /** A line's plan, or what is wrong with it. */
  private record Looked<C>(Optional<Plan<C>> plan, List<InputFault> faults) {}

  /**
   * @param context of the request; its key is left out, for content tells repetitions
   * @param dryRun whether nothing is to be written
   */
  public Mono<ImportOutcome> run(byte[] file, CommandContext context, boolean dryRun) {
    CommandContext unkeyed =
        CommandContext.of(context.actor(), context.at()).withTraceparent(context.traceparent());
    return Mono.fromCallable(() -> SheetReading.table(file))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(
            table ->
                Flux.fromIterable(SheetReading.cells(table, lines.columns()))
                    .concatMap(line -> look(line, unkeyed))
                    .collectList()
                    .map(this::withoutFaults)
                    .flatMap(plans -> carryOut(table, plans, unkeyed, dryRun)));
  }

  private Mono<Looked<C>> look(Cells line, CommandContext context) {
    return Mono.defer(() -> lines.existing(line, context.by()))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(existing -> plan(line, existing, context))
        .map(plan -> new Looked<>(Optional.of(plan), List.of()))
        .onErrorResume(
            Cells.CellFault.class, fault -> Mono.just(faulty(SheetReading.fault(line, fault))))
        .onErrorResume(
            Refusal.class,
            refusal -> Mono.just(faulty(SheetReading.fault(line, lines.columns(), refusal))));
  }

  private Mono<Plan<C>> plan(Cells line, Optional<Stored<S>> existing, CommandContext context) {
    String id = existing.map(Stored::id).orElseGet(() -> lines.newId(line, context.by()));
    Optional<S> state = existing.map(Stored::state);
    return lines
        .command(id, line, state, context.by())
        .map(
            command -> {
              var decider = aggregates.type().decider();
              boolean changes =
                  !decider.decide(command, state.orElseGet(decider::initial), context).isEmpty();
              return new Plan<>(line.line(), id, command, existing.isEmpty(), changes);
            });
  }

  private List<Plan<C>> withoutFaults(List<Looked<C>> looked) {
    List<InputFault> faults = new ArrayList<>();
    Map<String, Plan<C>> plans = new LinkedHashMap<>();
    for (Looked<C> one : looked) {
      faults.addAll(one.faults());
      one.plan()
          .ifPresent(
              plan -> {
                Plan<C> earlier = plans.putIfAbsent(plan.id(), plan);
                if (earlier != null) {
                  faults.add(
                      SheetReading.fault(
                          plan.line(),
                          1,
                          "repeated",
                          "It is the same record as line " + earlier.line() + "."));
                }
              });
    }
    if (!faults.isEmpty()) {
      throw SheetReading.refused(faults);
    }
    return List.copyOf(plans.values());
  }

  private Mono<ImportOutcome> carryOut(
      Table table, List<Plan<C>> plans, CommandContext context, boolean dryRun) {
    List<Plan<C>> changes = plans.stream().filter(Plan::changes).toList();
    Mono<Void> written =
        dryRun
            ? Mono.empty()
            : Flux.fromIterable(changes)
                .flatMap(
                    plan ->
                        plan.isNew()
                            ? aggregates.bear(plan.id(), plan.command(), context)
                            : aggregates.handle(plan.id(), plan.command(), context),
                    AT_ONCE)
                .then();
    int created = (int) changes.stream().filter(Plan::isNew).count();
    return written.thenReturn(
        new ImportOutcome(
            table.format(),
            table.encoding(),
            dryRun,
            created,
            changes.size() - created,
            plans.size() - changes.size(),
            changes.stream()
                .map(it -> new ImportOutcome.Imported(it.line(), it.id(), it.isNew()))
                .toList()));
  }

  private Looked<C> faulty(InputFault fault) {
    return new Looked<>(Optional.empty(), List.of(fault));
  }
}
