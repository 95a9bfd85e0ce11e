package dev.kanmin.odalinkage.activity;

import dev.kanmin.odalinkage.iati.ActivityOutcome.Accepted;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiReader;
import dev.kanmin.odalinkage.iati.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Activities that the tests of this package use. */
final class Samples {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
  static final String JICA = "XM-DAC-701-8";
  static final String BANK = "XM-SAMPLE-BANK";

  /** An activity and its report, as a file gives them. */
  record Sample(Report report, IatiActivity activity) {}

  private Samples() {}

  /** The files of {@code src/dev/iati}, which the tour uses too. */
  static String file(String name) {
    try {
      return Files.readString(Path.of("src", "dev", "iati", name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static List<Sample> tour() {
    return read(file("tour.xml"));
  }

  /** A small valid activity of a publisher. */
  static String activity(String publisher, String identifier, String title, String parts) {
    return """
    <iati-activity xml:lang="en" default-currency="JPY">
      <iati-identifier>%s</iati-identifier>
      <reporting-org ref="%s" type="10"><narrative>[Sample] Reporter</narrative></reporting-org>
      <title><narrative>%s</narrative></title>
      <description><narrative>[Sample] An activity.</narrative></description>
      <participating-org role="1" ref="%s" type="10"/>
      <activity-status code="2"/>
      <activity-date type="2" iso-date="2026-04-01"/>
      %s
    </iati-activity>
    """
        .formatted(identifier, publisher, title, publisher, parts);
  }

  static String inVietNam(String publisher, String identifier, String title) {
    return activity(
        publisher, identifier, title, "<recipient-country code='VN'/><sector code='12191'/>");
  }

  static String fileOf(String... activities) {
    return fileOf(List.of(activities));
  }

  static String fileOf(List<String> activities) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n"
        + String.join("\n", activities)
        + "\n</iati-activities>\n";
  }

  static Sample one(String activity) {
    return read(fileOf(List.of(activity))).getFirst();
  }

  static List<Sample> read(String xml) {
    List<Sample> samples = new ArrayList<>();
    IatiReader reader = new IatiReader(ReadLimits.STANDARD, new KanminCodeLists(), CLOCK);
    try {
      reader.read(
          new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
          outcome -> {
            if (outcome instanceof Accepted accepted) {
              samples.add(new Sample(Report.of(accepted.tree()), accepted.activity()));
            } else {
              throw new AssertionError("Not a good sample: " + outcome.faults());
            }
          });
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return samples;
  }
}
