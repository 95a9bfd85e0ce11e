package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.Receipt;
import dev.kanmin.odalinkage.activity.ImportReport.ImportFault;
import dev.kanmin.odalinkage.activity.ImportReport.ImportFault.Severity;
import dev.kanmin.odalinkage.activity.ImportReport.ImportedActivity;
import dev.kanmin.odalinkage.activity.ImportReport.Result;
import dev.kanmin.odalinkage.iati.ActivityOutcome;
import dev.kanmin.odalinkage.iati.Fault;
import dev.kanmin.odalinkage.iati.FaultList;
import dev.kanmin.odalinkage.iati.FileReport;
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
  private final List<ImportFault> faults = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private int accepted;
  private int unchanged;
  private int rejected;
  private int events;
  private int activitiesLeftOut;
  private int faultsLeftOut;

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
    } else {
      activitiesLeftOut++;
    }
    add(outcome.faults(), Optional.of(outcome.activity().identifier()));
  }

  /** The reader did not take the activity. */
  synchronized void rejected(ActivityOutcome.Rejected outcome) {
    rejected++;
    add(outcome.faults(), outcome.identifier());
  }

  /** The reader took the activity, and a rule of ours did not. */
  synchronized void refused(ActivityOutcome.Accepted outcome, String code, String detail) {
    rejected++;
    add(
        new ImportFault(
            outcome.line(),
            1,
            "/iati-activities/iati-activity[" + outcome.position() + "]",
            code,
            Severity.ERROR,
            detail,
            Optional.of(outcome.activity().identifier())));
    add(outcome.faults(), Optional.of(outcome.activity().identifier()));
  }

  /** References of the first changes; what {@code Kanmin-Event} names. */
  synchronized List<String> references() {
    return List.copyOf(references);
  }

  /** The report, once everything was counted. */
  synchronized ImportReport report(FileReport file, MissingActivities missing) {
    List<ImportFault> all = new ArrayList<>();
    file.faults().faults().forEach(fault -> all.add(view(fault, Optional.empty())));
    all.addAll(faults.stream().sorted(Comparator.comparingInt(ImportFault::line)).toList());
    int shown = Math.min(FAULTS, all.size());
    return new ImportReport(
        file.version().map(IatiVersion::number),
        file.complete(),
        accepted,
        unchanged,
        rejected,
        events,
        activities.stream().sorted(Comparator.comparingInt(ImportedActivity::line)).toList(),
        activitiesLeftOut,
        List.copyOf(all.subList(0, shown)),
        faultsLeftOut + file.faults().leftOut() + all.size() - shown,
        missing.listed(),
        missing.leftOut());
  }

  private void add(FaultList found, Optional<String> identifier) {
    found.faults().forEach(fault -> add(view(fault, identifier)));
    faultsLeftOut += found.leftOut();
  }

  private void add(ImportFault fault) {
    if (faults.size() < FAULTS) {
      faults.add(fault);
    } else {
      faultsLeftOut++;
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
