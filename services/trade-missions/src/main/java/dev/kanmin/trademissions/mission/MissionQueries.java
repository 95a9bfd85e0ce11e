package dev.kanmin.trademissions.mission;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.events.Stored;
import dev.kanmin.trademissions.activity.ActivityCopies;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of missions. Each takes the reading agency and shows what that agency may see. */
@Component
class MissionQueries {
  private static final String HIDDEN_DRAFTS = "drafts-of-other-agencies";

  /** Counted no further: the number is a hint, and must not cost more the more drafts there are. */
  private static final int MOST_HIDDEN_COUNTED = 200;

  private static final String HIDDEN_APPLICATIONS = "applications-of-other-agencies";

  private final Missions missions;
  private final ActivityCopies activities;

  MissionQueries(Missions missions, ActivityCopies activities) {
    this.missions = missions;
    this.activities = activities;
  }

  Mono<MissionView> mission(String id, AgencyCode reader) {
    return missions
        .find(id, reader)
        .flatMap(
            stored ->
                activities
                    .of(stored.state().plan().cells())
                    .map(ofCells -> MissionView.of(stored, ofCells)));
  }

  /** In order of their first day; drafts without dates first. */
  Mono<Page<MissionView.Summary>> missions(
      MissionFilter filter, AgencyCode reader, PageRequest page) {
    return Mono.zip(
        Keyset.query(missions.collection(), filter.seenBy(reader), page, Missions.FROM),
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
            Filters.eq(Missions.ANNOUNCED, false), Filters.ne(Missions.AGENCIES, reader.code()));
    return Mono.from(
        missions
            .collection()
            .countDocuments(hidden, new CountOptions().limit(MOST_HIDDEN_COUNTED)));
  }

  /** At most {@value Applications#MOST_APPLICATIONS}, so they come as one page. */
  Mono<Page<ApplicationView>> applications(String id, AgencyCode reader) {
    return missions
        .find(id, reader)
        .map(
            stored -> {
              List<ApplicationView> seen = seenApplications(stored, reader).toList();
              int hidden = stored.state().applications().size() - seen.size();
              return new Page<>(seen, Optional.empty(), leftOut(HIDDEN_APPLICATIONS, hidden));
            });
  }

  /** One that the reader may not see is refused as unknown. */
  Mono<ApplicationView> application(String id, String application, AgencyCode reader) {
    return missions
        .find(id, reader)
        .flatMap(
            stored ->
                Mono.justOrEmpty(
                    seenApplications(stored, reader)
                        .filter(it -> it.id().equals(application))
                        .findFirst()))
        .switchIfEmpty(
            Mono.error(
                () ->
                    MissionRules.NO_SUCH_APPLICATION.refuse(
                        "The mission has no such application, or you may not see it.")));
  }

  /**
   * The company's applications that the reader may see. Others are not even counted: the number
   * would tell that the company applied through another agency.
   */
  Mono<Page<ApplicationView>> company(
      CorporateNumber company, AgencyCode reader, PageRequest page) {
    Bson seen =
        Filters.or(
            Filters.and(
                Filters.eq(Missions.APPLICANTS, company.digits()),
                Filters.eq(Missions.AGENCIES, reader.code())),
            Filters.eq(Missions.APPLICANTS, Missions.applicant(company.digits(), reader)));
    return Keyset.query(missions.collection(), seen, page)
        .map(
            found ->
                new Page<>(
                    found.items().stream()
                        .map(missions::read)
                        .flatMap(stored -> seenApplications(stored, reader))
                        .filter(it -> it.company().equals(company))
                        .toList(),
                    found.next(),
                    List.of()));
  }

  private static Stream<ApplicationView> seenApplications(
      Stored<Mission> stored, AgencyCode reader) {
    Mission mission = stored.state();
    return mission.applications().stream()
        .filter(it -> mission.isRunBy(reader) || it.submittedBy().equals(reader))
        .map(it -> ApplicationView.of(stored.id(), mission, it));
  }

  private static List<Page.LeftOut> leftOut(String reason, long count) {
    return count == 0 ? List.of() : List.of(new Page.LeftOut(reason, count));
  }
}
