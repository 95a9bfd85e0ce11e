package dev.kanmin.controltower;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service control-tower. In it:
 *
 * <ul>
 *   <li><b>Outcome</b> ({@link dev.kanmin.controltower.outcome}): one record for one result,
 *       whoever helped; commands {@code OutcomeCommand}, who may do what is the table {@code
 *       OutcomeLifeCycle}, rules {@code OutcomeDecider}, what everybody sees {@code OutcomeCard}.
 *   <li><b>Indicator</b> ({@link dev.kanmin.controltower.indicator}), <b>Target</b> ({@link
 *       dev.kanmin.controltower.targets}) and <b>Actual</b> ({@link
 *       dev.kanmin.controltower.actual}): what is measured, aimed at and reached. Figures are
 *       counted from copies of all cards ({@link dev.kanmin.controltower.counting}), or reported
 *       and approved level by level.
 *   <li><b>Roadmap</b> ({@link dev.kanmin.controltower.roadmap}): actions with one update a month;
 *       delays travel along dependencies.
 *   <li><b>Review</b> ({@link dev.kanmin.controltower.review}): cycles of findings and decisions;
 *       <b>Strategy</b> ({@link dev.kanmin.controltower.strategy}): which cells come first;
 *       <b>Logic model</b> ({@link dev.kanmin.controltower.logic}): the RS system's forms ({@link
 *       dev.kanmin.controltower.rs}).
 *   <li><b>Publishes</b> on {@code kanmin.control-tower}: {@code outcome-…}, {@code indicator-…},
 *       {@code target-…}, {@code actual-…}, {@code roadmap-…}, {@code review-…}, {@code
 *       strategy-decided}, {@code logic-model-imported}.
 *   <li><b>Subscribes to</b> every service for its cards, and to itself (policies {@code
 *       propose-mergers}, {@code survivor-takes-over}, {@code delay-travels}).
 *   <li><b>Queries</b>: headline figures, progress of targets, what a delay means for others; pages
 *       of all of it ({@link dev.kanmin.controltower.overview}).
 * </ul>
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ControlTower {
  public static void main(String[] arguments) {
    SpringApplication.run(ControlTower.class, arguments);
  }
}
