package dev.kanmin.trademissions;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Trade missions: organised encounters (派遣・招聘・商談会等) and the companies that apply to them.
 *
 * <dl>
 *   <dt>Commands
 *   <dd>{@code MissionCommand}: draft, revise, announce, open, extend the deadline, start and
 *       finish the selection, start, report, postpone, resume, reschedule, cancel, terminate;
 *       apply, select, waitlist, decline, withdraw; accept or decline the offer of a place, let
 *       offers lapse
 *   <dd>{@code MeetingPlanCommand}: prepare, set up, ask for meetings, search for a plan, stop,
 *       pin, note no-shows, publish, note attendance, close, cancel
 *   <dt>Queries
 *   <dd>{@code MissionQueries}: missions by country, field, kind, state, period and agency; one
 *       mission with the ODA activities of its cells; its applications; a company's applications
 *   <dd>{@code MeetingQueries}: plans, timetables, requests and why they are not met, calendars
 *   <dt>Publishes
 *   <dd>{@code MissionEvent} and {@code MeetingPlanEvent} with the cards of their subjects, see
 *       {@code contract/}
 *   <dt>Subscribes to
 *   <dd>{@code kanmin.oda-linkage}: cards of activities, by cell ({@code ActivityCopies})
 *   <dd>{@code kanmin.directory}: companies, who may apply ({@code Companies}); of one that is
 *       merged into another the applications follow ({@code MissionPolicies})
 *   <dd>{@code kanmin.sme-advice}: referrals to missions, which apply ({@code MissionPolicies})
 * </dl>
 */
@SpringBootApplication
@EnableScheduling
public class TradeMissions {
  public static void main(String[] arguments) {
    SpringApplication.run(TradeMissions.class, arguments);
  }
}
