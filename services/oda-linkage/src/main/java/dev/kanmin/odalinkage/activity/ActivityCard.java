package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Link;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.activity.ActivityFacts.CodeShare;
import dev.kanmin.odalinkage.activity.ActivityFacts.Expected;
import dev.kanmin.odalinkage.activity.Figure.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What everybody may see of an activity. Its narratives stay here, all but the title. How much a
 * publisher writes has no bound: single sums and links are told as far as there is room.
 */
final class ActivityCard {
  /** SectorVocabulary: purposes of five digits and categories of three, by OECD DAC. */
  private static final Set<String> DAC_VOCABULARIES = Set.of("1", "2");

  /** For the names of lists, and for how much was left out. */
  private static final int RESERVED = 256;

  private final ActivityFacts facts;
  private final CardMaker card;
  private int room;

  private ActivityCard(ActivityFacts facts) {
    this.facts = facts;
    this.card = withoutLists();
    this.room = Card.MAXIMUM - RESERVED - bytes(withoutLists().make());
  }

  static Optional<Card> of(Activity activity) {
    return activity.facts().map(ActivityCard::of);
  }

  /** The facts say it all. */
  static Card of(ActivityFacts facts) {
    return new ActivityCard(facts).make();
  }

  private Card make() {
    addWhatFits(facts.money().figures().stream().map(this::figure).toList(), card::figure);
    addWhatFits(related(), link -> card.link(link.rel(), link.to()));
    return card.make();
  }

  private <T> void addWhatFits(List<T> all, Consumer<T> add) {
    int added = 0;
    for (T each : all) {
      room -= bytes(each) + 1;
      if (room < 0) {
        break;
      }
      add.accept(each);
      added++;
    }
    card.leavingOut("beyond-card-limit", all.size() - added);
  }

  private static int bytes(Object part) {
    return Json.events().writeValueAsBytes(part).length;
  }

  /** What is bounded: by the facts, and by what a card takes. */
  private CardMaker withoutLists() {
    CardMaker bounded =
        new CardMaker(ActivityLifeCycle.KIND, facts.state())
            .title(facts.title())
            .countryShares(
                facts.countries().stream()
                    .map(share -> new Share(share.country().code(), share.percentage()))
                    .toList())
            .fieldShares(
                facts.fields().stream()
                    .map(mapping -> new Share(mapping.field().code(), mapping.percentage()))
                    .toList())
            .responsible(facts.owner(), ActivityLifeCycle.OWNER)
            .link("iati", facts.iatiIdentifier())
            .leavingOut("field-shares-overlap", facts.fieldSharesOverlap().orElse(false) ? 1 : 0);
    facts.leftOut().forEach(each -> bounded.leavingOut(each.reason().code(), each.count()));
    dates().forEach(bounded::date);
    facets(bounded);
    return bounded;
  }

  private List<Due> dates() {
    List<Due> dates = new ArrayList<>();
    facts.expected().forEach(each -> dates.add(due(each)));
    facts.actualStart().ifPresent(day -> dates.add(Due.on("actual-start", day)));
    facts.actualEnd().ifPresent(day -> dates.add(Due.on("actual-end", day)));
    return dates;
  }

  private Due due(Expected expected) {
    Due due = Due.on(expected.what(), expected.on());
    return expected.what().equals("next-step")
        ? due.saying(CodeLists.SCHEME_STEPS, facts.nextStep().orElseThrow())
        : due;
  }

  /** Sums that say where they go, or what for, do so on the card; for others the shares hold. */
  private Card.Figure figure(Figure figure) {
    return Card.Figure.money(
            figure.what().code(), new BigDecimal(figure.amount()), figure.unit().code())
        .in(
            figure.countries().map(this::countries).orElse(List.of()),
            figure.fields().map(ActivityCard::shares).orElse(List.of()));
  }

  /**
   * A sum that goes to no country is in the totals and in no country. Without shares of its own it
   * would go where the activity goes, so it says that nothing of it does.
   */
  private List<Share> countries(List<Part> parts) {
    return parts.isEmpty()
        ? facts.countries().stream()
            .limit(1)
            .map(each -> new Share(each.country().code(), Optional.of(BigDecimal.ZERO)))
            .toList()
        : shares(parts);
  }

  private static List<Share> shares(List<Part> parts) {
    return parts.stream().map(part -> new Share(part.code(), part.percentage())).toList();
  }

  private void facets(CardMaker bounded) {
    facts.scheme().ifPresent(scheme -> bounded.facet(CodeLists.SCHEMES, scheme));
    facts.step().ifPresent(step -> bounded.facet(CodeLists.SCHEME_STEPS, step));
    bounded
        .facet(
            CodeLists.FIELD_MAPPING_STATES,
            facts.fields().stream().map(mapping -> mapping.state().code()).toList())
        .facet(
            CodeLists.CRS,
            facts.sectors().stream()
                .filter(sector -> DAC_VOCABULARIES.contains(sector.vocabulary()))
                .map(CodeShare::code)
                .filter(code -> CrsCode.find(code).isPresent())
                .toList())
        .facet(CodeLists.HS_MEDICAL, goods());
  }

  /** Goods that the title or a description names by their HS codes. */
  private List<String> goods() {
    return facts.fields().stream()
        .flatMap(mapping -> mapping.reasons().stream())
        .filter(reason -> reason.code() == FieldMapping.Reason.Code.HS_CODE)
        .flatMap(reason -> reason.evidence().stream())
        .toList();
  }

  /** Activities that it belongs with, by their ids here, whether they are here already or not. */
  private List<Link> related() {
    return facts.related().stream()
        .map(each -> new Link("related", ActivityStorage.idOf(each.iatiIdentifier())))
        .toList();
  }
}
