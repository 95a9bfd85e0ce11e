package dev.kanmin.marketintelligence.profile;

import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.HsCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.marketintelligence.comtrade.ComtradeReader;
import dev.kanmin.marketintelligence.comtrade.TradeRow;
import dev.kanmin.marketintelligence.comtrade.UnreadableTable;
import dev.kanmin.marketintelligence.profile.Profiles.Profile;
import dev.kanmin.marketintelligence.profile.Profiles.ProfileEvent;
import dev.kanmin.marketintelligence.profile.Profiles.Work;
import dev.kanmin.marketintelligence.profile.TradeImportOutcome.RowError;
import dev.kanmin.sheets.SheetFormat;
import dev.kanmin.web.ProblemType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;

/** The import of one file of trade figures, on the calling thread, in batches. */
final class TradeImport implements ComtradeReader.Sink {
  private static final ProblemType UNREADABLE_FILE =
      new ProblemType(
          "unreadable-file", HttpStatus.UNPROCESSABLE_CONTENT, "The file could not be read");
  private static final int BATCH = 1_000;
  private static final int ERRORS = 500;
  private static final int ROUNDS = 5;

  private final TradeFigures figures;
  private final Aggregates<Work, ProfileEvent, Profile> profiles;
  private final CommandContext context;
  private final TradeFigures.Origin origin;
  private final List<TradeRow> batch = new ArrayList<>();
  private final Map<CountryCode, Set<HsCode>> touched = new TreeMap<>();
  private final Map<String, Long> passed = new TreeMap<>();
  private final List<RowError> errors = new ArrayList<>();
  private long taken;
  private long unchanged;
  private long rejected;

  TradeImport(
      TradeFigures figures,
      Aggregates<Work, ProfileEvent, Profile> profiles,
      CommandContext context,
      TradeFigures.Origin origin) {
    this.figures = figures;
    this.profiles = profiles;
    this.context = context;
    this.origin = origin;
  }

  /** Reads the file to its end; blocks. */
  TradeImportOutcome run(Path file) throws IOException {
    ComtradeReader.Header header;
    try {
      header = ComtradeReader.read(file, TradeImport::isWanted, this);
    } catch (UnreadableTable unreadable) {
      throw UNREADABLE_FILE.with(String.valueOf(unreadable.getMessage()));
    }
    keep();
    return new TradeImportOutcome(
        header.form(),
        header.encoding(),
        header.unknownColumns(),
        taken,
        unchanged,
        passed,
        rejected,
        workOut(),
        errors,
        rejected - errors.size());
  }

  /** Takes rows that were read from a table; blocks. */
  FigureSheetController.Outcome run(
      List<TradeRow> rows, SheetFormat format, Optional<String> encoding) {
    rows.forEach(this::row);
    keep();
    return new FigureSheetController.Outcome(format, encoding, taken, unchanged, workOut());
  }

  /** Goods of a field, or parts of them. */
  private static boolean isWanted(HsCode code) {
    return Fields.all().stream()
        .flatMap(field -> Fields.hints(field).hs().stream())
        .anyMatch(hint -> hint.covers(code));
  }

  @Override
  public void row(TradeRow row) {
    batch.add(row);
    if (batch.size() >= BATCH) {
      keep();
    }
  }

  @Override
  public void passed(ComtradeReader.Passed why) {
    passed.merge(why.name().toLowerCase(Locale.ROOT).replace('_', '-'), 1L, Long::sum);
  }

  @Override
  public void fault(long line, String code, String detail) {
    rejected++;
    if (errors.size() < ERRORS) {
      errors.add(new RowError(line, code, detail));
    }
  }

  private void keep() {
    if (batch.isEmpty()) {
      return;
    }
    List<TradeRow> changed = figures.keep(batch, origin).blockOptional().orElse(List.of());
    taken += changed.size();
    unchanged += batch.size() - changed.size();
    // known ones too: an earlier import may have stopped before it worked the profile out
    batch.forEach(
        row -> touched.computeIfAbsent(row.reporter(), _ -> new HashSet<>()).add(row.goods()));
    batch.clear();
  }

  private List<Cell> workOut() {
    Set<Cell> changed = new TreeSet<>();
    touched.forEach(
        (country, goods) ->
            Fields.all().stream()
                .filter(field -> concerns(field, goods))
                .filter(field -> workOut(country, field))
                .forEach(field -> changed.add(new Cell(country, field))));
    return List.copyOf(changed);
  }

  private static boolean concerns(Field field, Set<HsCode> goods) {
    return Fields.hints(field).hs().stream()
        .anyMatch(hint -> goods.stream().anyMatch(hint::covers));
  }

  /** Again, until nothing changes: another import may have added figures meanwhile. */
  private boolean workOut(CountryCode country, Field field) {
    boolean changed = false;
    for (int round = 0; round < ROUNDS; round++) {
      List<TradeFigure> all =
          figures
              .of(country, Fields.hints(field).hs())
              .collectList()
              .blockOptional()
              .orElse(List.of());
      boolean again =
          ProfileMaker.of(country, field, all, context.by())
              .flatMap(
                  facts ->
                      profiles
                          .handle(Profiles.idOf(country, field), new Work(facts), context)
                          .blockOptional())
              .filter(receipt -> !receipt.unchanged())
              .isPresent();
      if (!again) {
        break;
      }
      changed = true;
    }
    return changed;
  }
}
