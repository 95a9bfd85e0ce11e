package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.odalinkage.activity.ImportOutcome.ImportFault;
import dev.kanmin.odalinkage.activity.ImportOutcome.ImportFault.Severity;
import dev.kanmin.odalinkage.activity.ImportOutcome.ImportedActivity;
import dev.kanmin.odalinkage.activity.ImportOutcome.RejectedActivity;
import dev.kanmin.odalinkage.activity.ImportOutcome.Result;
import dev.kanmin.odalinkage.iati.ActivityOutcome;
import dev.kanmin.odalinkage.iati.Fault;
import dev.kanmin.odalinkage.iati.FaultList;
import dev.kanmin.odalinkage.iati.FileOutcome;
import dev.kanmin.odalinkage.iati.IatiVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Counts what becomes of a file while it is read; many writes report to it at the same time. */
final class ImportTally {
  private static final int ACTIVITIES = 1_000;
  private static final int FAULTS = 500;
  private static final int REFERENCES = 16;

  private final List<ImportedActivity> activities = new ArrayList<>();
  private final List<RejectedActivity> rejectedActivities = new ArrayList<>();
  private final List<ImportFault> errors = new ArrayList<>();
  private final List<ImportFault> warnings = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private int accepted;
  private int unchanged;
  private int rejected;
  private int events;
  private int faults;

  /** The activity was taken. */
  synchronized void taken(ActivityOutcome.Accepted outcome, Receipt receipt) {
    Result result =
        receipt.unchanged()
            ? Result.UNCHANGED
            : receipt.version() == 1 ? Result.NEW : Result.CHANGED;
    if (result == Result.UNCHANGED) {
      unchanged++;
    } else {
      accepted++;
      events += receipt.events().size();
      if (references.size() < REFERENCES) {
        references.add(receipt.events().getLast());
      }
    }
    if (activities.size() < ACTIVITIES) {
      activities.add(
          new ImportedActivity(
              receipt.id(), outcome.activity().identifier(), outcome.line(), result));
    }
    add(outcome.faults(), Optional.of(outcome.activity().identifier()));
  }

  /** The reader did not take the activity. */
  synchronized void rejected(ActivityOutcome.Rejected outcome) {
    reject(
        outcome.line(), outcome.identifier(), outcome.faults().faults().getFirst().code().code());
    add(outcome.faults(), outcome.identifier());
  }

  /** The reader took the activity, and a rule of ours did not. */
  synchronized void refused(ActivityOutcome.Accepted outcome, String code, String detail) {
    Optional<String> identifier = Optional.of(outcome.activity().identifier());
    reject(outcome.line(), identifier, code);
    add(
        new ImportFault(
            outcome.line(),
            1,
            "/iati-activities/iati-activity[" + outcome.position() + "]",
            code,
            Severity.ERROR,
            detail,
            identifier));
    add(outcome.faults(), identifier);
  }

  private void reject(int line, Optional<String> identifier, String code) {
    rejected++;
    if (rejectedActivities.size() < ACTIVITIES) {
      rejectedActivities.add(new RejectedActivity(line, identifier, code));
    }
  }

  /** References of the first changes; what {@code Kanmin-Event} names. */
  synchronized List<String> references() {
    return List.copyOf(references);
  }

  /** The outcome, once everything was counted. */
  synchronized ImportOutcome outcome(FileOutcome file, MissingActivities missing) {
    List<ImportFault> all = new ArrayList<>();
    addSorted(all, file, Severity.ERROR, errors);
    addSorted(all, file, Severity.WARNING, warnings);
    List<ImportFault> shown = List.copyOf(all.subList(0, Math.min(FAULTS, all.size())));
    return new ImportOutcome(
        file.version().map(IatiVersion::number),
        file.complete(),
        accepted,
        unchanged,
        rejected,
        events,
        activities.stream().sorted(Comparator.comparingInt(ImportedActivity::line)).toList(),
        accepted + unchanged - activities.size(),
        rejectedActivities.stream()
            .sorted(Comparator.comparingInt(RejectedActivity::line))
            .toList(),
        rejected - rejectedActivities.size(),
        shown,
        faults + file.faults().faults().size() + file.faults().leftOut() - shown.size(),
        missing.listed(),
        missing.leftOut());
  }

  private static void addSorted(
      List<ImportFault> all, FileOutcome file, Severity severity, List<ImportFault> ofActivities) {
    file.faults().faults().stream()
        .map(fault -> view(fault, Optional.empty()))
        .filter(fault -> fault.severity() == severity)
        .forEach(all::add);
    ofActivities.stream().sorted(Comparator.comparingInt(ImportFault::line)).forEach(all::add);
  }

  private void add(FaultList found, Optional<String> identifier) {
    found.faults().forEach(fault -> add(view(fault, identifier)));
    faults += found.leftOut();
  }

  private void add(ImportFault fault) {
    faults++;
    List<ImportFault> kept = fault.severity() == Severity.ERROR ? errors : warnings;
    if (kept.size() < FAULTS) {
      kept.add(fault);
    }
  }

  private static ImportFault view(Fault fault, Optional<String> identifier) {
    return new ImportFault(
        fault.line(),
        fault.column(),
        fault.path(),
        fault.code().code(),
        fault.error() ? Severity.ERROR : Severity.WARNING,
        fault.detail(),
        identifier);
  }
}
