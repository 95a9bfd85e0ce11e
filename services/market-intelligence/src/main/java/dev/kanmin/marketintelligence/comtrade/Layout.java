package dev.kanmin.marketintelligence.comtrade;

import dev.kanmin.codes.Coded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file is which. Headers differ in capitals, blanks and signs from year to year,
 * so they are matched by their letters and digits alone.
 *
 * @param unknown headers that no layout has; they are told and not read
 */
record Layout(Form form, Map<String, Integer> columns, int width, List<String> unknown) {

  /** The forms in which files come. */
  enum Form implements Coded {
    /** 22 columns: totals alone. */
    CLASSIC,
    /** 35 columns: second partner, customs procedure and mode of transport. */
    CLASSIC_LONG,
    /** 47 columns. */
    COMTRADE_PLUS,
    /** The final files in bulk, without words. */
    BULK;

    private boolean isPlus() {
      return this == COMTRADE_PLUS || this == BULK;
    }
  }

  private static final List<String> CLASSIC =
      List.of(
          "classification",
          "year",
          "period",
          "perioddesc",
          "aggregatelevel",
          "isleafcode",
          "tradeflowcode",
          "tradeflow",
          "reportercode",
          "reporter",
          "reporteriso",
          "partnercode",
          "partner",
          "partneriso",
          "commoditycode",
          "commodity",
          "qtyunitcode",
          "qtyunit",
          "qty",
          "netweightkg",
          "tradevalueus",
          "flag");
  private static final List<String> CLASSIC_LONG_ONLY =
      List.of(
          "2ndpartnercode",
          "2ndpartner",
          "2ndpartneriso",
          "customsproccode",
          "customs",
          "modeoftransportcode",
          "modeoftransport",
          "altqtyunitcode",
          "altqtyunit",
          "altqty",
          "grossweightkg",
          "ciftradevalueus",
          "fobtradevalueus");
  private static final List<String> PLUS =
      List.of(
          "typecode",
          "freqcode",
          "refperiodid",
          "refyear",
          "refmonth",
          "period",
          "reportercode",
          "reporteriso",
          "reporterdesc",
          "flowcode",
          "flowdesc",
          "partnercode",
          "partneriso",
          "partnerdesc",
          "partner2code",
          "partner2iso",
          "partner2desc",
          "classificationcode",
          "classificationsearchcode",
          "isoriginalclassification",
          "cmdcode",
          "cmddesc",
          "aggrlevel",
          "isleaf",
          "customscode",
          "customsdesc",
          "moscode",
          "motcode",
          "motdesc",
          "qtyunitcode",
          "qtyunitabbr",
          "qty",
          "isqtyestimated",
          "altqtyunitcode",
          "altqtyunitabbr",
          "altqty",
          "isaltqtyestimated",
          "netwgt",
          "isnetwgtestimated",
          "grosswgt",
          "isgrosswgtestimated",
          "cifvalue",
          "fobvalue",
          "primaryvalue",
          "legacyestimationflag",
          "isreported",
          "isaggregate",
          "datasetcode");

  private static final List<String> CLASSIC_NEEDS =
      List.of(
          "classification",
          "period",
          "tradeflowcode",
          "reportercode",
          "partnercode",
          "commoditycode",
          "tradevalueus");
  private static final List<String> LONG_NEEDS =
      List.of("2ndpartnercode", "customsproccode", "modeoftransportcode");

  /** Without the last three, parts cannot be told from totals. */
  private static final List<String> PLUS_NEEDS =
      List.of(
          "period",
          "reportercode",
          "flowcode",
          "partnercode",
          "classificationcode",
          "cmdcode",
          "primaryvalue",
          "partner2code",
          "customscode",
          "motcode");

  /**
   * Recognises a header.
   *
   * @throws UnreadableTable if it is none, or lacks a column that is needed
   */
  static Layout of(List<String> header) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (columns.putIfAbsent(plain(header.get(i)), i) != null) {
        throw new UnreadableTable("The column " + shown(header.get(i)) + " is there twice.");
      }
    }
    Form form = form(columns.keySet());
    List<String> known = new ArrayList<>(form.isPlus() ? PLUS : CLASSIC);
    List<String> needed = new ArrayList<>(form.isPlus() ? PLUS_NEEDS : CLASSIC_NEEDS);
    if (form == Form.CLASSIC_LONG) {
      known.addAll(CLASSIC_LONG_ONLY);
      needed.addAll(LONG_NEEDS);
    }
    List<String> missing = needed.stream().filter(it -> !columns.containsKey(it)).toList();
    if (!missing.isEmpty()) {
      throw new UnreadableTable(
          "It is a Comtrade file of the form %s and lacks the columns %s. Download it with all columns."
              .formatted(form.code(), missing));
    }
    List<String> unknown =
        header.stream().filter(it -> !known.contains(plain(it))).map(Layout::shown).toList();
    return new Layout(form, columns, header.size(), unknown);
  }

  private static Form form(Set<String> columns) {
    if (columns.contains("primaryvalue")) {
      return columns.contains("datasetcode") ? Form.BULK : Form.COMTRADE_PLUS;
    }
    if (columns.contains("tradevalueus")) {
      return columns.contains("2ndpartnercode") ? Form.CLASSIC_LONG : Form.CLASSIC;
    }
    throw new UnreadableTable(
        "Its first line is no header of a Comtrade file: neither primaryValue nor Trade Value (US$) is in it.");
  }

  Optional<Integer> column(String plus, String classic) {
    return Optional.ofNullable(columns.get(form.isPlus() ? plus : classic));
  }

  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static String shown(String header) {
    return header.substring(0, Math.min(header.length(), 60));
  }
}
