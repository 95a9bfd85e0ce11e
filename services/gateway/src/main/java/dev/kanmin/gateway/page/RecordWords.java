package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.Fact;
import dev.kanmin.gateway.view.CardView;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a record shows.
 *
 * @param card what everybody may see of it; empty for what is not public
 * @param facts what its owner says to this person
 * @param missing why its owner says nothing; empty if it does
 * @param done what has just been done; empty if nothing
 * @param operation by which it was done; empty if nothing was
 */
record RecordWords(
    String id,
    String title,
    String kind,
    String state,
    Optional<CardView> card,
    List<Fact> facts,
    String missing,
    String done,
    String operation,
    List<Action> actions,
    List<View> views,
    List<Parts> parts,
    List<Step> history,
    List<LinkGroup> links,
    Wording wording) {

  /**
   * Something that can be done, or cannot now.
   *
   * @param href of its form; empty if it cannot
   * @param why it cannot; empty if it can
   * @param detail what the service says of it, in English; empty if that is all there is
   */
  record Action(String label, String href, String why, String detail) {
    public boolean isAllowed() {
      return why.isEmpty();
    }
  }

  /** Something of the record that has a page of its own. */
  record View(String href, String label) {}

  /** Parts of the record of one sort. */
  record Parts(String label, List<Part> parts, boolean more) {}

  /** A part, with what can be done with it. */
  record Part(List<Fact> facts, List<Action> actions) {
    public List<Action> allowed() {
      return actions.stream().filter(Action::isAllowed).toList();
    }

    public List<Action> refused() {
      return actions.stream().filter(action -> !action.isAllowed()).toList();
    }
  }

  /** Something that happened. */
  record Step(String event, String by, String at, String machine, String states) {}

  /** Other records that it is linked with in one way. */
  record LinkGroup(String label, List<Link> links) {}

  record Link(String href, String title, String kind, String state) {}

  /** Address of the page. */
  public String href() {
    return href(id);
  }

  /** Address of the page of a record. */
  static String href(String id) {
    return "/records/" + id;
  }

  public List<Action> allowed() {
    return actions.stream().filter(Action::isAllowed).toList();
  }

  public List<Action> refused() {
    return actions.stream().filter(action -> !action.isAllowed()).toList();
  }

  /** Agency, and office where known. */
  public String party(dev.kanmin.gateway.view.ViewParts.Party party) {
    return party.agency().label()
        + party.officeName().or(party::office).map(office -> " " + office).orElse("");
  }

  /** With the share, where one is known. */
  public String part(CardView.Part part) {
    return part.percentage()
        .map(share -> part.label() + " " + wording.percentage(new java.math.BigDecimal(share)))
        .orElse(part.label());
  }
}
