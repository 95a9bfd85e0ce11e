package dev.kanmin.odalinkage.linkage;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import java.util.List;
import java.util.Optional;

/**
 * What every partner agency may see of a linkage: that a company, by its id alone, is linked to
 * what, and how far it has come. IATI identifier and OCID stand beside it.
 */
final class LinkageCard {
  private LinkageCard() {}

  static Optional<Card> of(Linkage linkage) {
    return linkage.proposal().map(proposal -> card(linkage, proposal));
  }

  private static Card card(Linkage linkage, Proposal proposal) {
    CardMaker card =
        new CardMaker(LinkageLifeCycle.KIND, linkage.state())
            .title(proposal.title())
            .countries(List.of(proposal.country()))
            .fields(List.of(proposal.field()))
            .responsible(proposal.owner(), LinkageLifeCycle.OWNER)
            .sample(proposal.sample());
    linkage
        .submitter()
        .filter(agency -> !agency.equals(proposal.owner()))
        .ifPresent(agency -> card.responsible(agency, LinkageLifeCycle.SUBMITTER));
    linkage
        .rejection()
        .ifPresent(rejection -> card.facet("linkage-rejections", rejection.reason().code()));
    proposal.offersTo().ids().forEach(id -> card.link("offers-to", id));
    card.link("company", proposal.company());
    proposal.iatiIdentifier().ifPresent(iati -> card.link("iati", iati));
    proposal.ocid().ifPresent(ocid -> card.link("ocid", ocid));
    return card.make();
  }
}
