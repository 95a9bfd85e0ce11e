package dev.kanmin.directory.company;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import java.util.Map;
import java.util.Optional;

/**
 * What everybody may see of a company. A sole proprietor's has no title: the name is a person's,
 * and cards are kept.
 */
final class CompanyCard {
  private CompanyCard() {}

  static Optional<Card> of(Company company) {
    return company.profile().map(profile -> card(company, profile));
  }

  private static Card card(Company company, CompanyProfile profile) {
    CardMaker card =
        new CardMaker("company", company.state())
            .title(profile.publicNames().map(CompanyNames::texts).orElse(Map.of()))
            .sample(profile.sample());
    company.into().ifPresent(survivor -> card.link("merged-into", survivor));
    profile
        .office()
        .ifPresentOrElse(
            it -> card.responsible(company.owner(), it.code(), it.name(), "owner"),
            () -> card.responsible(company.owner(), "owner"));
    if (company.state() == CompanyState.ACTIVE) {
      offer(card, profile);
      card.facet("sme", company.sme().code());
    }
    return card.make();
  }

  /** Only of the record that goes on, so that no cell counts a company twice. */
  private static void offer(CardMaker card, CompanyProfile profile) {
    card.countries(profile.countries()).fields(profile.fields());
    profile.prefecture().ifPresent(it -> card.facet("prefectures", it));
    for (Product product : profile.products()) {
      product.hs().forEach(code -> card.facet("hs", code.code()));
      product.jmdn().ifPresent(code -> card.facet("jmdn", code.code()));
    }
  }
}
