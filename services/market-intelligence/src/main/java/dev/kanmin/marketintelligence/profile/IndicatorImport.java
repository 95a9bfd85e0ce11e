package dev.kanmin.marketintelligence.profile;

import dev.kanmin.marketintelligence.worldbank.IndicatorValueRead;
import dev.kanmin.marketintelligence.worldbank.IndicatorZip;
import dev.kanmin.web.ProblemType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The import of one zip of an indicator, on the calling thread, in batches. */
final class IndicatorImport {
  private static final ProblemType UNREADABLE_FILE =
      new ProblemType(
          "unreadable-file", HttpStatus.UNPROCESSABLE_CONTENT, "The file could not be read");
  private static final int BATCH = 500;

  private final IndicatorFigures figures;
  private final LocalDate retrievedOn;
  private final boolean sample;
  private final List<IndicatorValueRead> batch = new ArrayList<>();
  private long taken;
  private long unchanged;

  IndicatorImport(IndicatorFigures figures, LocalDate retrievedOn, boolean sample) {
    this.figures = figures;
    this.retrievedOn = retrievedOn;
    this.sample = sample;
  }

  IndicatorImportOutcome run(Path file) throws IOException {
    IndicatorZip.Outcome read;
    try {
      read = IndicatorZip.read(file, this::add);
    } catch (IndicatorZip.Unreadable unreadable) {
      throw UNREADABLE_FILE.with(String.valueOf(unreadable.getMessage()));
    }
    keep();
    return new IndicatorImportOutcome(
        taken, unchanged, read.aggregates(), read.elsewhere(), read.faults());
  }

  private void add(IndicatorValueRead value) {
    batch.add(value);
    if (batch.size() >= BATCH) {
      keep();
    }
  }

  private void keep() {
    if (!batch.isEmpty()) {
      int changed = figures.keep(batch, retrievedOn, sample).blockOptional().orElse(0);
      taken += changed;
      unchanged += batch.size() - changed;
      batch.clear();
    }
  }
}
