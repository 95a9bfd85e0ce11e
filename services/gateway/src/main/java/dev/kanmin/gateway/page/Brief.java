package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.view.CardView;
import dev.kanmin.gateway.view.CardView.FigureView;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.gateway.view.ViewParts.DateView;
import dev.kanmin.gateway.view.ViewParts.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to say of one country on a few sheets of paper: of every kind of record what is
 * live, with its sources.
 *
 * @param told records that say something of the world, whose owners are asked for their sources
 */
record Brief(
    String country,
    String name,
    String day,
    Totals totals,
    List<Part> parts,
    List<Row> told,
    Wording wording) {
  private static final int MOST_OF_A_KIND = 12;
  private static final int MOST_TOLD = 40;
  private static final Comparator<Row> LIVE_FIRST =
      Comparator.comparing(Row::ended).thenComparing(Row.LATEST_FIRST);

  /**
   * The records of one kind.
   *
   * @param hidden how many more there are, in words; empty for none
   * @param href of their list
   */
  record Part(String kind, String label, List<CardView> items, String hidden, String href) {}

  static Brief of(String code, PictureSnapshot picture, LocalDate today, Wording wording) {
    CardViews views = new CardViews(Labels.in(wording.language().language()), today);
    Map<String, List<Row>> byKind = new TreeMap<>(CardCodes.kindOrder());
    rows(code, picture)
        .forEach(row -> byKind.computeIfAbsent(row.card().kind(), _ -> new ArrayList<>()).add(row));
    List<Part> parts = new ArrayList<>();
    List<Row> told = new ArrayList<>();
    byKind.forEach(
        (kind, rows) -> {
          rows.sort(LIVE_FIRST);
          List<Row> shown =
              rows.stream().filter(row -> !row.ended()).limit(MOST_OF_A_KIND).toList();
          int hidden = rows.size() - shown.size();
          parts.add(
              new Part(
                  kind,
                  wording.label(CardCodes.KINDS, kind),
                  shown.stream().map(views::whole).toList(),
                  hidden == 0 ? "" : wording.say("brief.hidden", hidden),
                  "/kinds/" + kind + "?country=" + code));
          shown.stream().filter(Brief::tells).forEach(told::add);
        });
    return new Brief(
        code,
        wording.country(code),
        wording.day(today),
        Labels.totals(picture.cell(CellKey.ofCountry(code)).map(CellSnapshot::totals)),
        parts.stream().filter(part -> !part.items().isEmpty()).toList(),
        told.stream().limit(MOST_TOLD).toList(),
        wording);
  }

  /** Each once, though it is in several fields. */
  private static Stream<Row> rows(String code, PictureSnapshot picture) {
    return HeatMap.columnCodes().stream()
        .flatMap(field -> picture.cell(new CellKey(code, field)).stream())
        .flatMap(cell -> cell.rows().stream())
        .distinct();
  }

  /** A text, or figures that are no sums of what agencies do. */
  private static boolean tells(Row row) {
    return !row.card().summary().isEmpty()
        || row.card().figures().stream().anyMatch(figure -> !CardCodes.addsUp(figure.what()));
  }

  /** What a record is about, in a few words; empty where that is everything. */
  public String fields(CardView card) {
    return card.fields().size() > MOST_OF_A_KIND / 2
        ? wording.say("brief.many-fields", card.fields().size())
        : card.fields().stream()
            .map(CardView.Part::label)
            .collect(Collectors.joining(wording.say("list.comma")));
  }

  /** Of figures that are told year by year the latest, with its year. */
  public List<String> figures(CardView card) {
    return latest(card.figures()).stream().map(figure -> wording.figure(figure)).toList();
  }

  static List<FigureView> latest(List<FigureView> figures) {
    Map<String, FigureView> latest = new LinkedHashMap<>();
    for (FigureView figure : figures) {
      latest.merge(
          figure.what().code() + " " + figure.unit().orElse(""),
          figure,
          (one, other) -> year(one) >= year(other) ? one : other);
    }
    return List.copyOf(latest.values());
  }

  private static int year(FigureView figure) {
    return figure.year().orElse(0);
  }

  public List<String> dates(CardView card) {
    return card.dates().stream().map(date -> name(date) + " " + wording.date(date)).toList();
  }

  public String agencies(CardView card) {
    return card.responsible().stream()
        .map(party -> party.agency().label())
        .distinct()
        .collect(Collectors.joining(wording.say("list.comma")));
  }

  private static String name(DateView date) {
    return date.detail().orElse(date.what()).label();
  }
}
