package dev.kanmin.marketintelligence.profile;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.marketintelligence.profile.ProfileView.ProfileSummary;
import dev.kanmin.marketintelligence.profile.Profiles.Profile;
import dev.kanmin.marketintelligence.profile.Profiles.ProfileEvent;
import dev.kanmin.marketintelligence.profile.Profiles.Work;
import dev.kanmin.marketintelligence.regulation.RegulationQueries;
import dev.kanmin.marketintelligence.tender.OpenTenders;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of profiles. */
@Component
class ProfileQueries {
  private final Aggregates<Work, ProfileEvent, Profile> profiles;
  private final OpenTenders tenders;
  private final RegulationQueries regulations;
  private final IndicatorFigures indicators;

  ProfileQueries(
      Aggregates<Work, ProfileEvent, Profile> profiles,
      OpenTenders tenders,
      RegulationQueries regulations,
      IndicatorFigures indicators) {
    this.profiles = profiles;
    this.tenders = tenders;
    this.regulations = regulations;
    this.indicators = indicators;
  }

  /** Refused if there are no figures. */
  Mono<ProfileView> profile(CountryCode country, Field field) {
    return profiles
        .find(Profiles.idOf(country, field))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Profiles.NO_SUCH_PROFILE.refuse(
                        "Import trade figures that %s reports for the goods of %s."
                            .formatted(country, field))))
        .flatMap(
            stored ->
                Mono.zip(
                        tenders.count(country, field),
                        regulations.showstoppers(country, field),
                        indicators.newest(country))
                    .map(it -> ProfileView.of(stored, it.getT1(), it.getT2(), it.getT3())));
  }

  Mono<Page<ProfileSummary>> profiles(
      Optional<CountryCode> country, Optional<Field> field, PageRequest page) {
    List<Bson> all = new ArrayList<>();
    country.ifPresent(it -> all.add(Filters.eq(Profiles.COUNTRY, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(Profiles.FIELD, it.code())));
    Bson filter = all.isEmpty() ? new Document() : Filters.and(all);
    return Keyset.query(profiles.collection(), filter, page, Profiles.COUNTRY, Profiles.FIELD)
        .map(found -> found.map(document -> ProfileSummary.of(profiles.read(document))));
  }
}
