package dev.kanmin.marketintelligence;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service market-intelligence. In it:
 *
 * <ul>
 *   <li><b>Tender</b> ({@link dev.kanmin.marketintelligence.tender}): imported from OCDS 1.1 and
 *       from World Bank notices, or entered by hand; commands {@code TenderCommand}, rules {@code
 *       TenderLifeCycle} and {@code TenderDecider}, what everybody sees {@code TenderCard}.
 *   <li><b>Profile</b> ({@link dev.kanmin.marketintelligence.profile}): what a country imports of a
 *       field's goods, worked out from files of UN Comtrade ({@link
 *       dev.kanmin.marketintelligence.comtrade}); indicators of the World Bank ({@link
 *       dev.kanmin.marketintelligence.worldbank}) stand beside it.
 *   <li><b>Report</b> ({@link dev.kanmin.marketintelligence.report}) and <b>Regulation</b> ({@link
 *       dev.kanmin.marketintelligence.regulation}): what agencies write and state.
 *   <li><b>OCDS</b> ({@link dev.kanmin.marketintelligence.ocds}): reading packages and merging
 *       releases by the standard's rules; knows nothing of the rest.
 *   <li><b>Watch</b> ({@link dev.kanmin.marketintelligence.watch}): saved searches that tell by
 *       mail what is new.
 *   <li><b>Publishes</b> on {@code kanmin.market-intelligence}: tender-published, tender-changed,
 *       tender-closed; profile-changed; report-drafted, report-revised, report-published,
 *       report-extended, report-withdrawn, report-expired; regulation-changed; watch-registered,
 *       watch-revised, watch-paused, watch-resumed, watch-ended.
 *   <li><b>Subscribes to</b> itself: what is new, for watches.
 * </ul>
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MarketIntelligence {
  public static void main(String[] arguments) {
    SpringApplication.run(MarketIntelligence.class, arguments);
  }
}
