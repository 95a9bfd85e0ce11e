package dev.kanmin.marketintelligence.comtrade;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.HsCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads files of UN Comtrade in a stream, a row at a time. Kept are yearly imports of countries of
 * Asia that are totals over everything but the partner; parts of them are counted and never added
 * up, as one figure stands in up to 32 rows.
 */
public final class ComtradeReader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
  private static final Pattern PERIOD = Pattern.compile("(19|20)[0-9]{4}");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,12})?([eE][+-]?[0-9]{1,2})?");
  private static final Pattern REVISION = Pattern.compile("H[0-6]|HS");
  private static final int LARGEST_ROW = 64 * 1024;
  private static final int DECODING = 64 * 1024;

  private final Layout layout;
  private final Predicate<HsCode> wanted;
  private final Sink sink;

  private ComtradeReader(Layout layout, Predicate<HsCode> wanted, Sink sink) {
    this.layout = layout;
    this.wanted = wanted;
    this.sink = sink;
  }

  /** Is told what the rows are. */
  public interface Sink {
    void row(TradeRow row);

    /** A row that is none of ours, and rightly so. */
    void passed(Passed why);

    /** A row that is at fault. */
    void fault(long line, String code, String detail);
  }

  /** Why a row is passed over. */
  public enum Passed {
    /** A part of a total: by second partner, customs procedure or mode of transport. */
    PART_OF_TOTAL,
    /** Exports and re-flows; re-imports are in the imports already. */
    OTHER_FLOW,
    /** Of a month, not of a year. */
    NOT_ANNUAL,
    /** The reporter is no country of Asia. */
    OTHER_REPORTER,
    /** Goods of no field. */
    OTHER_GOODS,
    /** Services, or goods by another classification than the Harmonized System. */
    OTHER_CLASSIFICATION
  }

  /**
   * What is to be said of the whole file.
   *
   * @param form which of Comtrade's forms it has
   * @param encoding that it was read in
   * @param unknownColumns that were not read
   */
  public record Header(String form, String encoding, List<String> unknownColumns) {}

  /**
   * Reads a file to its end.
   *
   * @param wanted goods to keep
   * @throws UnreadableTable if it is no file of Comtrade
   */
  public static Header read(Path file, Predicate<HsCode> wanted, Sink sink) throws IOException {
    Charset encoding = isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    try (Reader text = open(file, encoding);
        CsvReader<CsvRecord> rows =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .maxBufferSize(LARGEST_ROW * 4)
                .ofCsvRecord(text)) {
      Iterator<CsvRecord> iterator = rows.iterator();
      if (!iterator.hasNext()) {
        throw new UnreadableTable("It is empty.");
      }
      Layout layout = Layout.of(iterator.next().getFields());
      new ComtradeReader(layout, wanted, sink).rows(iterator);
      return new Header(layout.form().code(), encoding.name(), layout.unknown());
    } catch (CsvParseException broken) {
      throw new UnreadableTable("It is no CSV file: " + broken.getMessage());
    }
  }

  /** Files of Comtrade are UTF-8 or what Windows makes of Latin letters; only bytes tell. */
  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(DECODING);
    CharBuffer characters = CharBuffer.allocate(DECODING);
    try (InputStream input = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = input.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        characters.clear();
        if (decoder.decode(bytes, characters, end).isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return true;
  }

  private static Reader open(Path file, Charset encoding) throws IOException {
    BufferedInputStream input = new BufferedInputStream(Files.newInputStream(file));
    input.mark(3);
    byte[] mark = input.readNBytes(3);
    boolean hasMark =
        mark.length == 3
            && mark[0] == (byte) 0xEF
            && mark[1] == (byte) 0xBB
            && mark[2] == (byte) 0xBF;
    if (!hasMark) {
      input.reset();
    }
    return new InputStreamReader(input, encoding);
  }

  private void rows(Iterator<CsvRecord> rows) {
    while (rows.hasNext()) {
      CsvRecord row = rows.next();
      if (row.getFieldCount() != layout.width()) {
        sink.fault(
            row.getStartingLineNumber(),
            "wrong-number-of-fields",
            "It has %d fields, the header %d.".formatted(row.getFieldCount(), layout.width()));
      } else {
        row(row);
      }
    }
  }

  private void row(CsvRecord row) {
    Optional<Passed> passed = passed(row);
    if (passed.isPresent()) {
      sink.passed(passed.get());
      return;
    }
    long line = row.getStartingLineNumber();
    String period = text(row, "period", "period");
    String partner = text(row, "partnercode", "partnercode");
    String value = text(row, "primaryvalue", "tradevalueus");
    if (!YEAR.matcher(period).matches()) {
      sink.fault(line, "bad-year", "The period '" + shown(period) + "' is no year.");
    } else if (!partner.matches("[0-9]{1,4}")) {
      sink.fault(line, "bad-partner", "The partner '" + shown(partner) + "' is no area code.");
    } else if (!NUMBER.matcher(value).matches() || new BigDecimal(value).signum() < 0) {
      sink.fault(line, "bad-value", "The value '" + shown(value) + "' is no amount.");
    } else {
      String area = Areas.plain(partner);
      sink.row(
          new TradeRow(
              reporter(row).orElseThrow(),
              Integer.parseInt(period),
              goods(row).orElseThrow(),
              area,
              Areas.country(area, optional(row, "partneriso", "partneriso")),
              revision(row),
              new BigDecimal(value),
              optional(row, "isreported", "isreported")
                  .filter(it -> it.equals("0") || it.equalsIgnoreCase("false"))
                  .isPresent()));
    }
  }

  private Optional<Passed> passed(CsvRecord row) {
    String flow = text(row, "flowcode", "tradeflowcode");
    if (!flow.equals("M") && !flow.equals("1")) {
      return Optional.of(Passed.OTHER_FLOW);
    }
    if (!isTotal(row)) {
      return Optional.of(Passed.PART_OF_TOTAL);
    }
    if (PERIOD.matcher(text(row, "period", "period")).matches()) {
      return Optional.of(Passed.NOT_ANNUAL);
    }
    boolean services =
        optional(row, "typecode", "typecode").filter(it -> !it.equals("C")).isPresent();
    if (services || !REVISION.matcher(revision(row)).matches()) {
      return Optional.of(Passed.OTHER_CLASSIFICATION);
    }
    if (reporter(row).filter(CountryCode::isInAsia).isEmpty()) {
      return Optional.of(Passed.OTHER_REPORTER);
    }
    return goods(row).filter(wanted).isEmpty() ? Optional.of(Passed.OTHER_GOODS) : Optional.empty();
  }

  /** A file that is not broken down leaves these empty. */
  private boolean isTotal(CsvRecord row) {
    return is(row, "partner2code", "2ndpartnercode", "0")
        && is(row, "motcode", "modeoftransportcode", "0")
        && is(row, "moscode", "moscode", "0")
        && is(row, "customscode", "customsproccode", "C00");
  }

  private boolean is(CsvRecord row, String plus, String classic, String total) {
    return optional(row, plus, classic).map(it -> it.equalsIgnoreCase(total)).orElse(true);
  }

  private Optional<CountryCode> reporter(CsvRecord row) {
    return Areas.country(
        text(row, "reportercode", "reportercode"), optional(row, "reporteriso", "reporteriso"));
  }

  private Optional<HsCode> goods(CsvRecord row) {
    return HsCode.find(text(row, "cmdcode", "commoditycode"));
  }

  private String revision(CsvRecord row) {
    return text(row, "classificationcode", "classification");
  }

  private Optional<String> optional(CsvRecord row, String plus, String classic) {
    return layout
        .column(plus, classic)
        .map(it -> row.getField(it).strip())
        .filter(it -> !it.isEmpty());
  }

  private String text(CsvRecord row, String plus, String classic) {
    return optional(row, plus, classic).orElse("");
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(text.length(), 40)).replaceAll("\\p{Cntrl}", " ");
  }
}
