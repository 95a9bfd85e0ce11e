package dev.kanmin.gateway.status;

import dev.kanmin.gateway.status.Status.SourceStatus;
import java.util.ArrayList;
import java.util.List;

/** The status in words. */
final class StatusText {
  private StatusText() {}

  /** One fact per line. */
  static String plain(Status status) {
    List<String> lines = new ArrayList<>();
    lines.add("Kanmin is " + status.overall() + ", " + status.at());
    status.faults().forEach(fault -> lines.add("! " + fault.text()));
    lines.addAll(facts(status));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> facts(Status status) {
    List<String> facts = new ArrayList<>();
    facts.add("version: " + status.version());
    facts.add(
        "picture: position %s, %d records behind, %d subjects, %d unreadable"
            .formatted(
                status.picture().position(),
                status.picture().lag(),
                status.picture().subjects(),
                status.picture().unreadable()));
    status.picture().unreadableSubjects().forEach(subject -> facts.add("left out: " + subject));
    facts.add(
        "feed writer here: %s, %d behind, %d copied, %d duplicates dropped, %d gaps, %d unreadable"
            .formatted(
                status.writer().role(),
                status.writer().lag(),
                status.writer().copied(),
                status.writer().duplicates(),
                status.writer().gapCount(),
                status.writer().unreadableCount()));
    status.writer().gaps().forEach(gap -> facts.add("events missing before: " + gap));
    status.sources().stream().map(StatusText::line).forEach(facts::add);
    return facts;
  }

  private static String line(SourceStatus source) {
    return "%s: %s, %s, latest event %s, circuit %s, %d requests under way"
        .formatted(
            source.service(),
            source.up() ? "up" : "does not answer",
            source
                .oldestUnsentMillis()
                .map(millis -> millis == 0 ? "all events sent" : "oldest unsent " + millis + " ms")
                .orElse("unsent events unknown"),
            source.latestEvent().map(Object::toString).orElse("none yet"),
            source.circuit(),
            source.underWay());
  }
}
