package dev.kanmin.trademissions.mission;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.trademissions.activity.ActivityCopies;
import dev.kanmin.trademissions.company.Companies;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of missions. Each takes the reader and shows what that agency may see. */
@Component
class MissionQueries {
  private static final String HIDDEN_DRAFTS = "drafts-of-other-agencies";

  /** Counted no further: the number is a hint, and must not cost more the more drafts there are. */
  private static final int MOST_HIDDEN_COUNTED = 200;

  private static final String HIDDEN_APPLICATIONS = "applications-of-other-agencies";

  private final Aggregates<MissionCommand, MissionEvent, Mission> missions;
  private final ActivityCopies activities;
  private final Companies companies;

  MissionQueries(
      Aggregates<MissionCommand, MissionEvent, Mission> missions,
      ActivityCopies activities,
      Companies companies) {
    this.missions = missions;
    this.activities = activities;
    this.companies = companies;
  }

  Mono<MissionView> mission(String id, Reader reader) {
    return missions
        .find(id, reader.agency())
        .flatMap(
            stored ->
                activities
                    .of(stored.state().plan().cells())
                    .map(ofCells -> MissionView.of(stored, ofCells, reader)));
  }

  /** In order of their first day; drafts without dates first. */
  Mono<Page<MissionView.Summary>> missions(
      MissionFilter filter, AgencyCode reader, PageRequest page) {
    return Mono.zip(
        Keyset.query(missions.collection(), filter.seenBy(reader), page, MissionKeys.FROM),
        hiddenDrafts(reader),
        (found, hidden) ->
            found
                .map(document -> MissionView.Summary.of(missions.read(document)))
                .leavingOut(leftOut(HIDDEN_DRAFTS, hidden)));
  }

  /**
   * All drafts that the reader may not see, whatever the filter: a count by filter would tell where
   * another agency plans what. {@value #MOST_HIDDEN_COUNTED} stands for that many or more.
   */
  private Mono<Long> hiddenDrafts(AgencyCode reader) {
    Bson hidden =
        Filters.and(
            Filters.eq(MissionKeys.ANNOUNCED, false),
            Filters.ne(MissionKeys.AGENCIES, reader.code()));
    return Mono.from(
        missions
            .collection()
            .countDocuments(hidden, new CountOptions().limit(MOST_HIDDEN_COUNTED)));
  }

  /** At most {@value MissionRules#MOST_APPLICATIONS}, so they come as one page. */
  Mono<Page<ApplicationView>> applications(String id, Reader reader) {
    return missions
        .find(id, reader.agency())
        .flatMap(
            stored -> {
              List<Seen> seen = seenApplications(stored, reader).toList();
              int hidden = stored.state().applications().size() - seen.size();
              return shown(seen, reader)
                  .map(
                      views ->
                          new Page<>(
                              views, Optional.empty(), leftOut(HIDDEN_APPLICATIONS, hidden)));
            });
  }

  /** One that the reader may not see is refused as unknown. */
  Mono<ApplicationView> application(String id, String application, Reader reader) {
    return missions
        .find(id, reader.agency())
        .map(
            stored ->
                stored
                    .state()
                    .application(application)
                    .filter(it -> it.isVisibleTo(reader.agency()))
                    .map(it -> new Seen(stored.id(), it))
                    .orElseThrow(
                        () ->
                            MissionRules.NO_SUCH_APPLICATION.refuse(
                                "The mission has no such application, or you may not see it.")))
        .flatMap(it -> shown(List.of(it), reader))
        .map(List::getFirst);
  }

  /**
   * The company's applications that the reader may see. Others are not even counted: the number
   * would tell that the company applied through another agency.
   *
   * @param company its corporate number
   */
  Mono<Page<ApplicationView>> company(CorporateNumber company, Reader reader, PageRequest page) {
    return applied(List.of(company.digits()), reader, page);
  }

  /**
   * The same.
   *
   * @param companyId its id, also one that was merged into another one
   */
  Mono<Page<ApplicationView>> company(String companyId, Reader reader, PageRequest page) {
    return companies.ids(companyId).flatMap(ids -> applied(ids, reader, page));
  }

  /** Ids of the missions that a company applied to under that id, in their order. */
  Flux<String> appliedTo(String companyId) {
    return Flux.from(
            missions
                .collection()
                .find(Filters.eq(MissionKeys.APPLICANTS, companyId))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id")))
        .map(it -> it.getString("_id"));
  }

  private Mono<Page<ApplicationView>> applied(List<String> keys, Reader reader, PageRequest page) {
    Bson seen =
        Filters.or(
            Filters.and(
                Filters.in(MissionKeys.APPLICANTS, keys),
                Filters.eq(MissionKeys.AGENCIES, reader.agency().code())),
            Filters.in(
                MissionKeys.APPLICANTS,
                keys.stream().map(it -> MissionKeys.applicant(it, reader.agency())).toList()));
    return Keyset.query(missions.collection(), seen, page)
        .flatMap(
            found ->
                shown(
                        found.items().stream()
                            .map(missions::read)
                            .flatMap(stored -> seenApplications(stored, reader))
                            .filter(it -> keys.stream().anyMatch(it.application()::isKnownAs))
                            .toList(),
                        reader)
                    .map(views -> new Page<>(views, found.next(), List.of())));
  }

  /** One that the reader may see, and of which mission it is. */
  private record Seen(String mission, MissionApplication of) {
    Application application() {
      return of.application();
    }
  }

  private static Stream<Seen> seenApplications(Stored<Mission> stored, Reader reader) {
    return stored.state().applications().stream()
        .map(it -> new MissionApplication(stored.state(), it))
        .filter(it -> it.isVisibleTo(reader.agency()))
        .map(it -> new Seen(stored.id(), it));
  }

  /** With what the directory has told of their companies by now. */
  private Mono<List<ApplicationView>> shown(List<Seen> seen, Reader reader) {
    List<String> ids =
        seen.stream().flatMap(it -> it.application().companyId().stream()).distinct().toList();
    return companies
        .find(ids)
        .map(
            known ->
                seen.stream()
                    .map(
                        it ->
                            ApplicationView.of(
                                it.mission(),
                                it.of(),
                                it.application().companyId().map(known::get),
                                reader))
                    .toList());
  }

  private static List<Page.LeftOut> leftOut(String reason, long count) {
    return count == 0 ? List.of() : List.of(new Page.LeftOut(reason, count));
  }
}
