package dev.kanmin.gateway.view;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.Responsible;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot.Placed;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.rule.RuleBook;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.rule.ToDos.ToDo;
import dev.kanmin.gateway.view.CardView.FigureView;
import dev.kanmin.gateway.view.CardView.LinkView;
import dev.kanmin.gateway.view.CardView.Part;
import dev.kanmin.gateway.view.ViewParts.ChangeRef;
import dev.kanmin.gateway.view.ViewParts.DateView;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.Party;
import dev.kanmin.gateway.view.ViewParts.SubjectRef;
import dev.kanmin.gateway.view.ViewParts.ToDoView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Puts cards into the words of one language. */
public final class CardViews {
  private final Labels labels;
  private final LocalDate today;

  public CardViews(Labels labels, LocalDate today) {
    this.labels = labels;
    this.today = today;
  }

  /** As it stands in one cell, with the cell's part of its figures. */
  CardView inCell(Placed placed, CellKey cell) {
    Card card = placed.row().card();
    Map<String, String> percentages = new LinkedHashMap<>();
    percentage(card.countries(), cell.country())
        .ifPresent(percentage -> percentages.put("country", percentage));
    percentage(card.fields(), cell.field())
        .ifPresent(percentage -> percentages.put("field", percentage));
    return view(
        placed.row(), List.of(), List.of(), percentages, figures(placed), placed.undivided());
  }

  /** All of it. */
  public CardView whole(Row row) {
    Card card = row.card();
    return view(
        row,
        parts(card.countries(), (code, percentage) -> part(labels.country(code), percentage)),
        parts(card.fields(), (code, percentage) -> part(labels.field(code), percentage)),
        Map.of(),
        card.figures().stream().map(this::figure).toList(),
        false);
  }

  private CardView view(
      Row row,
      List<Part> countries,
      List<Part> fields,
      Map<String, String> percentages,
      List<FigureView> figures,
      boolean undivided) {
    Card card = row.card();
    return new CardView(
        row.subject(),
        labels.of(CardCodes.KINDS, card.kind()),
        labels.text(card.title()),
        labels.text(card.summary()),
        state(card.kind(), card.state()),
        row.ended(),
        countries,
        fields,
        percentages,
        facets(card.facets()),
        card.dates().stream().map(due -> date(due, row)).toList(),
        figures,
        undivided,
        card.responsible().stream().map(this::party).toList(),
        card.links().stream()
            .map(link -> new LinkView(labels.of(CardCodes.LINK_KINDS, link.rel()), link.to()))
            .toList(),
        card.leftOut().stream().map(one -> new LeftOut(one.reason(), one.count())).toList(),
        card.sample(),
        change(row));
  }

  /** As other parts of a view name it. */
  public SubjectRef subject(Row row) {
    Card card = row.card();
    return new SubjectRef(
        row.subject(),
        labels.of(CardCodes.KINDS, card.kind()),
        labels.text(card.title()),
        state(card.kind(), card.state()));
  }

  public Labelled state(String kind, String state) {
    return labels.of(CardCodes.statesOf(kind), state);
  }

  /** Whose it is. */
  public Party party(Responsible one) {
    return new Party(
        labels.agency(one.agency()),
        one.office(),
        labels.text(one.officeName()),
        labels.of(CardCodes.AGENCY_ROLES, one.role()));
  }

  /** A date of that row. */
  public DateView date(Due due, Row row) {
    LocalDate day = ToDos.day(due);
    return new DateView(
        day.toString(),
        labels.of(CardCodes.DATE_KINDS, due.what()),
        !row.ended() && CardCodes.isExpected(due.what()) && day.isBefore(today),
        due.at(),
        due.zone().map(ZoneId::getId),
        due.detail().map(detail -> labels.of(detail.list(), detail.code())));
  }

  /** What is to be done, and by whom. */
  public ToDoView toDo(ToDo toDo) {
    return new ToDoView(
        labels.of(RuleBook.WORDS, toDo.rule().code()),
        toDo.rule().severity().code(),
        toDo.due().toString(),
        toDo.isOverdue(today),
        subject(toDo.row()),
        toDo.row().card().responsible().stream()
            .filter(toDo.rule()::concerns)
            .map(this::party)
            .toList());
  }

  static ChangeRef change(Row row) {
    return new ChangeRef(Long.toString(row.position()), row.last().at());
  }

  private Map<String, List<Labelled>> facets(Map<String, List<String>> facets) {
    Map<String, List<Labelled>> labelled = new TreeMap<>();
    facets.forEach(
        (list, codes) ->
            labelled.put(list, codes.stream().map(code -> labels.of(list, code)).toList()));
    return labelled;
  }

  /** Those that add up as the cell's part, the others as they are. */
  private List<FigureView> figures(Placed placed) {
    List<FigureView> figures = new ArrayList<>();
    placed
        .figures()
        .forEach(
            (slot, amount) -> {
              if (amount.signum() != 0 || !slot.isMoney()) {
                figures.add(
                    new FigureView(
                        labels.of(CardCodes.FIGURE_KINDS, slot.what()),
                        Labels.plain(amount),
                        slot.unit().isEmpty() ? Optional.empty() : Optional.of(slot.unit()),
                        Optional.empty(),
                        List.of(),
                        List.of()));
              }
            });
    placed.row().card().figures().stream()
        .filter(figure -> !CardCodes.addsUp(figure.what()))
        .map(this::figure)
        .forEach(figures::add);
    return figures;
  }

  private FigureView figure(Figure figure) {
    return new FigureView(
        labels.of(CardCodes.FIGURE_KINDS, figure.what()),
        Labels.plain(figure.amount()),
        figure.unit(),
        figure.year(),
        figure.countries().stream().map(Share::code).toList(),
        figure.fields().stream().map(Share::code).toList());
  }

  private static List<Part> parts(
      List<Share> shares, BiFunction<String, Optional<String>, Part> part) {
    return shares.stream()
        .map(share -> part.apply(share.code(), share.percentage().map(Labels::plain)))
        .toList();
  }

  private static Part part(Labelled of, Optional<String> percentage) {
    return new Part(of.code(), of.label(), percentage);
  }

  private static Optional<String> percentage(List<Share> shares, String code) {
    return shares.stream()
        .filter(share -> share.code().equals(code))
        .findFirst()
        .flatMap(Share::percentage)
        .map(Labels::plain);
  }
}
