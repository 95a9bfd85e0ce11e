package dev.kanmin.gateway.page;

import dev.kanmin.gateway.view.CardView;
import dev.kanmin.gateway.view.ViewParts.DateView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a list as a file for a spreadsheet. No cell of it can become a formula. */
final class Exports {
  /** What spreadsheets read as the beginning of a formula. */
  private static final Set<Character> DANGEROUS = Set.of('=', '+', '-', '@', '\t', '\r', '\n');

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
  private static final int LONGEST_NAME = 31;

  private Exports() {}

  static byte[] csv(List<CardView> cards, Wording wording) {
    return csv(rows(cards, wording));
  }

  static byte[] csv(Stream<List<String>> rows) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    rows.forEach(
        row ->
            text.append(row.stream().map(Exports::cell).collect(Collectors.joining(",")))
                .append("\r\n"));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] excel(List<CardView> cards, String name, Wording wording) {
    return excel(List.of(new Sheet(name, rows(cards, wording).toList(), Set.of())));
  }

  /**
   * A sheet of a workbook.
   *
   * @param rows the head first
   * @param figures columns in which numbers stand
   */
  record Sheet(String name, List<List<String>> rows, Set<Integer> figures) {
    /** What Excel takes as the name of a sheet. */
    String shortName() {
      String plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
      return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
  }

  static byte[] excel(List<Sheet> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Kanmin", "1.0")) {
      sheets.forEach(sheet -> fill(book.newWorksheet(sheet.shortName()), sheet));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void fill(Worksheet written, Sheet sheet) {
    int at = 0;
    for (List<String> row : sheet.rows()) {
      for (int column = 0; column < row.size(); column++) {
        String text = row.get(column);
        String plain = text.replace(",", "");
        if (sheet.figures().contains(column) && NUMBER.matcher(plain).matches()) {
          written.value(at, column, new BigDecimal(plain));
        } else {
          written.value(at, column, text);
        }
      }
      at++;
    }
    written.freezePane(0, 1);
  }

  /** In quotes where needed (RFC 4180), and with an apostrophe before what could be a formula. */
  static String cell(String text) {
    String safe = !text.isEmpty() && DANGEROUS.contains(text.charAt(0)) ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  private static Stream<List<String>> rows(List<CardView> cards, Wording wording) {
    List<String> head =
        Stream.of(
                "id",
                "kind",
                "title",
                "state",
                "countries",
                "fields",
                "responsible",
                "dates",
                "figures",
                "changed")
            .map(column -> wording.say("export." + column))
            .toList();
    return Stream.concat(Stream.of(head), cards.stream().map(card -> row(card, wording)));
  }

  private static List<String> row(CardView card, Wording wording) {
    return List.of(
        card.id(),
        card.kind().label(),
        card.title().orElse(""),
        card.state().label(),
        joined(card.countries().stream().map(CardView.Part::label)),
        joined(card.fields().stream().map(CardView.Part::label)),
        joined(card.responsible().stream().map(party -> party.agency().label()).distinct()),
        joined(card.dates().stream().map(date -> name(date) + " " + wording.machine(date))),
        joined(
            card.figures().stream()
                .map(
                    figure ->
                        (figure.what().label()
                                + " "
                                + figure.amount()
                                + " "
                                + figure.unit().orElse(""))
                            .strip())),
        card.lastChange().at().toString());
  }

  private static String name(DateView date) {
    return date.detail().orElse(date.what()).label();
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(Collectors.joining("; "));
  }
}
