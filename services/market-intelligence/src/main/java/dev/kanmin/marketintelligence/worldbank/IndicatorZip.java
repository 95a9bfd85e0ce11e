package dev.kanmin.marketintelligence.worldbank;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip of an indicator: {@code API_<indicator>_….csv} with lead lines, a year per column and an
 * empty last one; and {@code Metadata_Country_….csv}, in which what has no region is an aggregate
 * of countries. Kept are countries of Asia. An empty value, or {@code ..}, is missing.
 */
public final class IndicatorZip {
  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");
  private static final Pattern INDICATOR = Pattern.compile("[A-Z0-9]+(\\.[A-Z0-9]+)+");
  private static final int MOST_ENTRIES = 20;
  private static final int LEAD_LINES = 10;
  private static final String UPDATED = "Last Updated Date";
  private static final String COUNTRY_CODE = "Country Code";

  private static final Map<String, CountryCode> BY_ALPHA3 =
      Countries.all().stream()
          .collect(Collectors.toUnmodifiableMap(it -> it.alpha3(), it -> it.code()));

  private IndicatorZip() {}

  /**
   * What was passed over.
   *
   * @param aggregates rows that stand for several countries
   * @param elsewhere rows of countries outside Asia
   * @param faults what could not be read, by line of the CSV file; at most 500
   */
  public record Outcome(int aggregates, int elsewhere, List<Fault> faults) {}

  /** A row or value at fault. */
  public record Fault(long line, String code, String detail) {}

  /** It is no such zip. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * Reads a zip to its end.
   *
   * @throws Unreadable if it is none of an indicator
   */
  public static Outcome read(Path file, Consumer<IndicatorValueRead> sink) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new Unreadable("It holds " + zip.size() + " files; an indicator's holds three.");
      }
      ZipEntry data =
          entry(zip, "API_").orElseThrow(() -> new Unreadable("It holds no file API_….csv."));
      ZipEntry metadata =
          entry(zip, "Metadata_Country")
              .orElseThrow(
                  () ->
                      new Unreadable(
                          "It holds no file Metadata_Country….csv, without which countries cannot be told from aggregates."));
      Set<String> countries = countries(zip, metadata);
      return new Reading(countries, sink).read(zip, data);
    } catch (ZipException broken) {
      throw new Unreadable("It is no zip: " + broken.getMessage());
    } catch (CsvParseException broken) {
      throw new Unreadable("A file in it is no CSV: " + broken.getMessage());
    }
  }

  private static Optional<ZipEntry> entry(ZipFile zip, String prefix) {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    return Collections.list(entries).stream()
        .map(it -> (ZipEntry) it)
        .filter(it -> it.getName().startsWith(prefix) && it.getName().endsWith(".csv"))
        .findFirst();
  }

  private static Reader open(ZipFile zip, ZipEntry entry) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static CsvReader<CsvRecord> csv(Reader reader) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .skipEmptyLines(false)
        .ofCsvRecord(reader);
  }

  private static Set<String> countries(ZipFile zip, ZipEntry metadata) throws IOException {
    Set<String> countries = new HashSet<>();
    try (CsvReader<CsvRecord> rows = csv(open(zip, metadata))) {
      Iterator<CsvRecord> iterator = rows.iterator();
      List<String> header = iterator.hasNext() ? iterator.next().getFields() : List.of();
      int code = header.indexOf(COUNTRY_CODE);
      int region = header.indexOf("Region");
      if (code < 0 || region < 0) {
        throw new Unreadable("Metadata_Country….csv lacks the columns Country Code and Region.");
      }
      while (iterator.hasNext()) {
        CsvRecord row = iterator.next();
        if (row.getFieldCount() > Math.max(code, region) && !row.getField(region).isBlank()) {
          countries.add(row.getField(code));
        }
      }
    }
    return countries;
  }

  private static final class Reading {
    private static final int FAULTS = 500;

    private final Set<String> countries;
    private final Consumer<IndicatorValueRead> sink;
    private final Map<String, String> lead = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private int aggregates;
    private int elsewhere;

    Reading(Set<String> countries, Consumer<IndicatorValueRead> sink) {
      this.countries = countries;
      this.sink = sink;
    }

    Outcome read(ZipFile zip, ZipEntry data) throws IOException {
      try (CsvReader<CsvRecord> rows = csv(open(zip, data))) {
        Iterator<CsvRecord> iterator = rows.iterator();
        List<String> header = header(iterator);
        while (iterator.hasNext()) {
          row(iterator.next(), header);
        }
      }
      return new Outcome(aggregates, elsewhere, faults);
    }

    /** Behind lead lines that name source and update; WDIData.csv has none. */
    private List<String> header(Iterator<CsvRecord> rows) {
      for (int i = 0; i < LEAD_LINES && rows.hasNext(); i++) {
        List<String> fields = rows.next().getFields();
        if (fields.contains(COUNTRY_CODE)) {
          for (String needed : List.of("Indicator Code", "Indicator Name")) {
            if (!fields.contains(needed)) {
              throw new Unreadable("The header lacks the column " + needed + ".");
            }
          }
          return fields;
        }
        if (fields.size() > 1) {
          lead.put(fields.get(0), fields.get(1));
        }
      }
      throw new Unreadable("Its first " + LEAD_LINES + " lines hold no header with Country Code.");
    }

    private void row(CsvRecord row, List<String> header) {
      long line = row.getStartingLineNumber();
      if (row.getFieldCount() < 2 && row.getField(0).isBlank()) {
        return;
      }
      int codeAt = header.indexOf(COUNTRY_CODE);
      int indicatorAt = header.indexOf("Indicator Code");
      if (row.getFieldCount() <= Math.max(codeAt, indicatorAt)) {
        fault(line, "wrong-number-of-fields", "It has " + row.getFieldCount() + " fields.");
        return;
      }
      String code = row.getField(codeAt);
      Optional<CountryCode> country = Optional.ofNullable(BY_ALPHA3.get(code));
      if (!countries.contains(code)) {
        aggregates++;
      } else if (country.isEmpty()) {
        elsewhere++;
      } else if (!INDICATOR.matcher(row.getField(indicatorAt)).matches()) {
        fault(line, "bad-indicator", "Its indicator is no code such as NY.GDP.MKTP.CD.");
      } else {
        values(row, header, country.get(), row.getField(indicatorAt));
      }
    }

    private void values(CsvRecord row, List<String> header, CountryCode country, String indicator) {
      String name = row.getField(header.indexOf("Indicator Name"));
      for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
        String value = row.getField(i).strip();
        if (!YEAR.matcher(header.get(i)).matches() || value.isEmpty() || value.equals("..")) {
          continue;
        }
        if (NUMBER.matcher(value).matches()) {
          sink.accept(
              new IndicatorValueRead(
                  country,
                  indicator,
                  name.substring(0, Math.min(name.length(), 200)),
                  Integer.parseInt(header.get(i)),
                  new BigDecimal(value),
                  source(),
                  updatedOn()));
        } else {
          fault(
              row.getStartingLineNumber(),
              "bad-value",
              "The value of " + header.get(i) + " is no number.");
        }
      }
    }

    private String source() {
      String named = lead.getOrDefault("Data Source", "World Development Indicators");
      return "World Bank, " + named.substring(0, Math.min(named.length(), 100));
    }

    private Optional<LocalDate> updatedOn() {
      try {
        return Optional.ofNullable(lead.get(UPDATED)).map(LocalDate::parse);
      } catch (DateTimeParseException unknown) {
        return Optional.empty();
      }
    }

    private void fault(long line, String code, String detail) {
      if (faults.size() < FAULTS) {
        faults.add(new Fault(line, code, detail));
      }
    }
  }
}
