package dev.kanmin.gateway.page;

import dev.kanmin.codes.Field;
import dev.kanmin.gateway.page.HeatMap.Choice;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.view.CardView;
import dev.kanmin.gateway.view.CardView.FigureView;
import dev.kanmin.gateway.view.CardView.LinkView;
import dev.kanmin.gateway.view.CellView;
import dev.kanmin.gateway.view.ViewParts.Changed;
import dev.kanmin.gateway.view.ViewParts.KindCount;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.Party;
import dev.kanmin.gateway.view.ViewParts.ResponsibleView;
import dev.kanmin.gateway.view.ViewParts.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the template of a cell asks for beside the view, whatever the kinds of what is in it.
 *
 * @param elsewhere what is in no cell at all
 */
record CellWords(
    CellId cell, CellView view, List<LeftOut> elsewhere, MatrixFacts matrix, Wording wording) {

  /** The same country in another field. */
  record Neighbour(HeatMap.Square square, String label, boolean here) {}

  public List<Neighbour> neighbours() {
    return HeatMap.columnCodes().stream().map(this::neighbour).toList();
  }

  /** Where what has ended is shown as well, or no longer. */
  public Choice ended() {
    return new Choice(wording.say("ended.show"), cell.path(!matrix.ended()), matrix.ended());
  }

  /** Address of what has no field in this country. */
  public String unclassifiedPath() {
    return new CellId(cell.country(), Field.UNCLASSIFIED).path(false);
  }

  /** Before and after, if there was a before. */
  public String states(Changed changed) {
    return Stream.concat(changed.from().stream(), Stream.of(changed.subject().state()))
        .map(Labelled::label)
        .distinct()
        .collect(Collectors.joining(" → "));
  }

  /** Those with something that is shown. */
  public List<ResponsibleView> responsible() {
    return view.responsible().stream().filter(one -> !counts(one.kinds()).isEmpty()).toList();
  }

  public String counts(List<KindCount> kinds) {
    return joined(
        kinds.stream()
            .map(kind -> Map.entry(kind.kind(), kind.live() + (matrix.ended() ? kind.ended() : 0)))
            .filter(kind -> kind.getValue() > 0)
            .map(kind -> wording.counted(kind.getKey(), kind.getValue())));
  }

  /** The agencies of these, each once. */
  public String agencies(List<Party> parties) {
    return joined(parties.stream().map(party -> party.agency().label()).distinct());
  }

  /** Agency, and office where known. */
  public String party(Party party) {
    return party.agency().label()
        + party.officeName().or(party::office).map(office -> " " + office).orElse("");
  }

  /** What of a section is shown. */
  public List<CardView> items(Section section) {
    return section.items().stream().filter(card -> matrix.ended() || !card.ended()).toList();
  }

  /** What of a section is not shown, in words; empty if nothing. */
  public String hidden(Section section) {
    int hidden = section.items().size() - items(section).size();
    return hidden == 0 ? "" : wording.say("ended.hidden", hidden);
  }

  /** A figure, and what it is of which year. */
  record Named(String label, FigureView view) {}

  /** Of figures that are told year by year the latest, with its year. */
  public List<Named> figures(CardView card) {
    return Brief.latest(card.figures()).stream()
        .map(
            figure ->
                new Named(
                    figure
                        .year()
                        .map(
                            year ->
                                wording.say(
                                    "figure.label-of-year",
                                    figure.what().label(),
                                    Integer.toString(year)))
                        .orElse(figure.what().label()),
                    figure))
        .toList();
  }

  /** By which a subject is known elsewhere. */
  public List<String> identifiers(CardView card) {
    return card.links().stream()
        .filter(link -> CardCodes.isExternal(link.rel().code()))
        .map(LinkView::to)
        .toList();
  }

  /** What sort of thing it is, as far as there are words for it. */
  public List<String> facets(CardView card) {
    return card.facets().values().stream()
        .flatMap(List::stream)
        .filter(facet -> !facet.label().equals(facet.code()))
        .map(Labelled::label)
        .distinct()
        .toList();
  }

  /** Which part of it is this cell's. */
  public List<String> shares(CardView card) {
    Stream<String> published =
        card.percentages().entrySet().stream()
            .map(
                share ->
                    wording.say(
                        "share." + share.getKey(),
                        wording.percentage(new BigDecimal(share.getValue()))));
    return Stream.concat(
            published,
            card.undivided() ? Stream.of(wording.say("share.undivided")) : Stream.empty())
        .toList();
  }

  /** Of this cell, of its lists, and of the whole picture. */
  public List<String> leftOut() {
    return Stream.of(
            Stream.of(
                view.leftOut(),
                view.changed().leftOut(),
                view.nextDates().leftOut(),
                view.gaps().leftOut()),
            view.sections().stream().map(Section::leftOut),
            Stream.of(elsewhere))
        .flatMap(lists -> lists)
        .flatMap(List::stream)
        .map(this::leftOut)
        .toList();
  }

  private String leftOut(LeftOut one) {
    String most = one.reason().replaceFirst("^beyond-the-first-", "");
    String reason =
        most.equals(one.reason())
            ? wording.sayOr("left-out." + one.reason(), one.reason())
            : wording.say("left-out.beyond", most);
    return wording.say("left-out", reason, one.count());
  }

  private Neighbour neighbour(String field) {
    CellId other = new CellId(cell.country(), field);
    return new Neighbour(
        SquareWords.square(other, matrix, Measure.all(matrix.ended()), wording),
        wording.field(field),
        other.equals(cell));
  }

  private String joined(Stream<String> words) {
    return words.collect(Collectors.joining(wording.say("list.comma")));
  }
}
