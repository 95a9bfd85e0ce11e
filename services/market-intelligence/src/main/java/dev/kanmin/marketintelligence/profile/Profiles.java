package dev.kanmin.marketintelligence.profile;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.marketintelligence.words.CellTitles;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a profile is to the platform: facts that were worked out from figures. It has no rules and
 * no life of its own; a new working-out is an event if it says something else.
 */
@Configuration(proxyBeanMethods = false)
class Profiles {
  static final String COUNTRY = "keys.country";
  static final String FIELD = "keys.field";
  static final Rule NO_SUCH_PROFILE =
      Rule.notFound("no-such-profile", "There are no figures of this cell");

  private static final String KIND = "profile";
  private static final String PREFIX = "prf";
  private static final int YEARS_ON_CARD = 5;

  /** The figures changed, and with them what they amount to. */
  record Work(ProfileFacts facts) {}

  /** All that can happen to a profile. */
  sealed interface ProfileEvent {
    /** What is known of a cell changed. */
    @EventType("profile-changed")
    record ProfileChanged(ProfileFacts profile) implements ProfileEvent {}
  }

  /** The state of a profile. */
  record Profile(Optional<ProfileFacts> facts) {
    ProfileFacts known() {
      return facts.orElseThrow();
    }
  }

  /** A profile has one state. */
  enum ProfileState implements Coded {
    CURRENT
  }

  /** Whoever first imported figures answers for them. */
  static final class ProfileDecider implements Decider<Work, ProfileEvent, Profile> {
    @Override
    public Profile initial() {
      return new Profile(Optional.empty());
    }

    @Override
    public List<ProfileEvent> decide(Work work, Profile profile, CommandContext context) {
      ProfileFacts facts = work.facts();
      ProfileFacts owned =
          new ProfileFacts(
              facts.country(),
              facts.field(),
              facts.goods(),
              facts.shared(),
              facts.years(),
              facts.competitorsIn(),
              facts.competitors(),
              facts.growth(),
              profile.facts().map(ProfileFacts::owner).orElse(facts.owner()),
              facts.sample());
      return profile.facts().equals(Optional.of(owned))
          ? List.of()
          : List.of(new ProfileEvent.ProfileChanged(owned));
    }

    @Override
    public Profile evolve(Profile profile, ProfileEvent event) {
      return switch (event) {
        case ProfileEvent.ProfileChanged(var facts) -> new Profile(Optional.of(facts));
      };
    }
  }

  static final AggregateType<Work, ProfileEvent, Profile> TYPE =
      AggregateType.of(
              KIND,
              PREFIX,
              NO_SUCH_PROFILE,
              ProfileEvent.class,
              Profile.class,
              new ProfileDecider())
          .bornBy(work -> true)
          .card(profile -> profile.facts().map(Profiles::card))
          .keys(
              profile ->
                  new Document("country", profile.known().country().code())
                      .append("field", profile.known().field().code()),
              List.of(
                  StoreIndex.ascending("country-field", COUNTRY, FIELD),
                  StoreIndex.ascending("field-country", FIELD, COUNTRY)))
          .build();

  static String idOf(CountryCode country, Field field) {
    return Ids.derived(PREFIX, country.code(), field.code());
  }

  @Bean
  Aggregates<Work, ProfileEvent, Profile> profileAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Card card(ProfileFacts facts) {
    CardMaker card =
        new CardMaker(KIND, ProfileState.CURRENT)
            .title(CellTitles.of(KIND, facts.country(), Optional.of(facts.field())))
            .countries(List.of(facts.country()))
            .fields(List.of(facts.field()))
            .responsible(facts.owner(), "owner")
            .sample(facts.sample())
            .facet(
                CodeLists.HS_MEDICAL,
                facts.goods().stream()
                    .map(HsCode::code)
                    .filter(CodeLists.list(CodeLists.HS_MEDICAL)::has)
                    .toList());
    facts.years().reversed().stream()
        .limit(YEARS_ON_CARD)
        .forEach(
            year -> {
              card.figure(
                  new Card.Figure(
                      "imports",
                      year.imports(),
                      Optional.of("USD"),
                      Optional.of(year.year()),
                      List.of(),
                      List.of()));
              year.japanShare()
                  .ifPresent(
                      share ->
                          card.figure(
                              new Card.Figure(
                                  "japan-import-share",
                                  share,
                                  Optional.of("percent"),
                                  Optional.of(year.year()),
                                  List.of(),
                                  List.of())));
            });
    return card.make();
  }
}
