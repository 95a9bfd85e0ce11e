package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.Choice;
import dev.kanmin.gateway.view.CardView;
import dev.kanmin.gateway.view.ViewParts.Party;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list of cards, ready to be written out.
 *
 * @param count of all that match
 * @param chips filters that are set, each with the address without it
 * @param next address of the next page; empty on the last one
 * @param problem why nothing is found; empty if there is no fault in the question
 * @param found what a search says besides
 * @param births what a record of the kind begins with
 */
record ListWords(
    ListQuery query,
    String heading,
    String count,
    List<CardView> items,
    List<Chip> chips,
    List<Filter> filters,
    List<HeatMap.Choice> sorts,
    List<Chip> births,
    String next,
    String problem,
    FoundWords found,
    Wording wording) {

  /** A link with a word. */
  record Chip(String label, String href) {}

  /** Something to choose from. */
  record Filter(String name, String label, String value, List<Choice> choices) {}

  public String csv() {
    return query.below("/export.csv");
  }

  public String excel() {
    return query.below("/export.xlsx");
  }

  public String countries(CardView card) {
    return joined(card.countries());
  }

  public String fields(CardView card) {
    return joined(card.fields());
  }

  public String agencies(CardView card) {
    return card.responsible().stream()
        .map(Party::agency)
        .map(agency -> agency.label())
        .distinct()
        .collect(Collectors.joining(wording.say("list.comma")));
  }

  private String joined(List<CardView.Part> parts) {
    return parts.stream()
        .map(CardView.Part::label)
        .collect(Collectors.joining(wording.say("list.comma")));
  }
}
