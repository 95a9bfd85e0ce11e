package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.odalinkage.activity.ActivityCommand.Import;
import dev.kanmin.odalinkage.activity.ActivityQueries.Named;
import dev.kanmin.odalinkage.iati.ActivityOutcome;
import dev.kanmin.odalinkage.iati.ActivityOutcome.Accepted;
import dev.kanmin.odalinkage.iati.ActivityOutcome.Rejected;
import dev.kanmin.odalinkage.iati.CompactForm;
import dev.kanmin.odalinkage.iati.FaultCode;
import dev.kanmin.odalinkage.iati.FileOutcome;
import dev.kanmin.odalinkage.iati.IatiReader;
import dev.kanmin.odalinkage.iati.IdentifierSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The import of one file: reads it on the calling thread, and stores its activities while it reads
 * on. Never more of them are under way than {@link WriteGate} lets in, so that memory does not grow
 * with the file; a slow store slows the reader, and the reader the client.
 */
final class ActivityImport {
  private static final int LONGEST_IDENTIFIER = 500;

  /** Publishers of one file whose missing activities are looked for; real files have one. */
  private static final int PUBLISHERS = 20;

  private final Aggregates<ActivityCommand, ActivityEvent, Activity> activities;
  private final ActivityQueries queries;
  private final CommandContext context;
  private final WriteGate gate;
  private final ImportTally tally = new ImportTally();
  private final IdentifierSet seen = new IdentifierSet();
  private final Set<String> publishers = new LinkedHashSet<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  ActivityImport(
      Aggregates<ActivityCommand, ActivityEvent, Activity> activities,
      ActivityQueries queries,
      CommandContext context,
      int writesAtOnce) {
    this.activities = activities;
    this.queries = queries;
    this.context = context;
    this.gate = new WriteGate(writesAtOnce);
  }

  /** What is to be told of the import, and the references of its first changes. */
  record Result(FileOutcome file, ImportOutcome outcome, List<String> references) {}

  /**
   * Reads the file to its end and waits until everything is stored. Blocks.
   *
   * @throws IOException when the input fails
   * @throws InterruptedException when the caller gave up
   */
  Result run(IatiReader reader, InputStream input) throws IOException, InterruptedException {
    FileOutcome file;
    try {
      file = reader.read(input, this::handle);
    } finally {
      gate.awaitAll();
    }
    rethrowFailure();
    MissingActivities missing = file.complete() ? missing() : MissingActivities.UNKNOWN;
    return new Result(file, tally.outcome(file, missing), tally.references());
  }

  private void handle(ActivityOutcome outcome) {
    rethrowFailure();
    switch (outcome) {
      case Rejected rejected -> {
        rejected.identifier().ifPresent(seen::add);
        tally.rejected(rejected);
      }
      case Accepted accepted -> {
        seen.add(accepted.activity().identifier());
        if (publishers.size() < PUBLISHERS) {
          publishers.add(accepted.activity().reportingOrganisation().ref());
        }
        take(accepted);
      }
    }
  }

  private void take(Accepted outcome) {
    String identifier = outcome.activity().identifier();
    String publisher = outcome.activity().reportingOrganisation().ref();
    if (identifier.length() > LONGEST_IDENTIFIER || publisher.length() > LONGEST_IDENTIFIER) {
      tally.refused(
          outcome,
          FaultCode.TOO_LARGE.code(),
          "Identifiers of activities and organisations may have "
              + LONGEST_IDENTIFIER
              + " characters.");
      return;
    }
    List<Object> tree = CompactForm.of(outcome.tree());
    long size = StoredSize.of(tree);
    if (size > StoredSize.MOST) {
      tally.refused(
          outcome,
          FaultCode.TOO_LARGE.code(),
          "The activity needs up to " + size + " bytes; at most " + StoredSize.MOST + " are kept.");
      return;
    }
    store(outcome, new Report(tree, outcome.contentHash()), size);
  }

  private void store(Accepted outcome, Report report, long size) {
    int weight = gate.enter(size);
    activities
        .handle(
            ActivityStorage.idOf(outcome.activity().identifier()),
            new Import(report, outcome.activity()),
            context)
        .doFinally(signal -> gate.leave(weight))
        .subscribe(
            receipt -> tally.taken(outcome, receipt), error -> refusedOrFailed(outcome, error));
  }

  /** What a rule refuses is that activity's fault; anything else ends the import. */
  private void refusedOrFailed(Accepted outcome, Throwable error) {
    if (error instanceof Refusal refusal && refusal.rule().kind() != Rule.Kind.OVERLOADED) {
      tally.refused(outcome, refusal.rule().code(), refusal.detail());
    } else {
      failure.compareAndSet(null, error);
    }
  }

  private void rethrowFailure() {
    Throwable failed = failure.get();
    if (failed != null) {
      throw new ImportFailed(failed);
    }
  }

  private MissingActivities missing() {
    List<Named> listed = new ArrayList<>();
    int leftOut = 0;
    for (String publisher : publishers) {
      try (var known = queries.importedFrom(publisher).toStream()) {
        for (var each = known.iterator(); each.hasNext(); ) {
          Named named = each.next();
          if (seen.contains(named.iatiIdentifier())) {
            continue;
          }
          if (listed.size() < MissingActivities.MOST) {
            listed.add(named);
          } else {
            leftOut++;
          }
        }
      }
    }
    return new MissingActivities(listed, leftOut);
  }

  /** The store failed; what was stored before stands. */
  static final class ImportFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportFailed(Throwable cause) {
      super("The import ended early: " + cause.getMessage(), cause, false, false);
    }

    /** For those who wait for a Mono. */
    <T> Mono<T> asError() {
      Throwable cause = getCause();
      return Mono.error(cause == null ? this : cause);
    }
  }
}
