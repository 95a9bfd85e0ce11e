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
 *       finish the selection, start, report, postpone, resume, cancel, terminate; apply, select,
 *       waitlist, decline, withdraw; accept or decline the offer of a place, let offers lapse
 *   <dt>Queries
 *   <dd>{@code MissionQueries}: missions by country, field, kind, state, period and agency; one
 *       mission with the ODA activities of its cells; its applications; a company's applications
 *   <dt>Publishes
 *   <dd>{@code MissionEvent} on {@code kanmin.trade-missions}, see {@code contract/}
 *   <dt>Subscribes to
 *   <dd>{@code kanmin.oda-linkage}: activities, copied per cell ({@code ActivitySubscription})
 * </dl>
 */
@SpringBootApplication
@EnableScheduling
public class TradeMissions {
  public static void main(String[] arguments) {
    SpringApplication.run(TradeMissions.class, arguments);
  }
}
