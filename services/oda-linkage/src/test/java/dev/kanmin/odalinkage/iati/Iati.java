package dev.kanmin.odalinkage.iati;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the tests of this package have in common. */
final class Iati {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

  /** What reading a file gave. */
  record Result(FileOutcome file, List<ActivityOutcome> outcomes) {

    ActivityOutcome.Accepted accepted(int index) {
      return (ActivityOutcome.Accepted) outcomes.get(index);
    }

    ActivityOutcome.Rejected rejected(int index) {
      return (ActivityOutcome.Rejected) outcomes.get(index);
    }

    /** All errors, of the activities and of the file. */
    List<Fault> errors() {
      return faults().stream().filter(Fault::error).toList();
    }

    List<Fault> faults() {
      List<Fault> faults = new ArrayList<>();
      outcomes.forEach(outcome -> faults.addAll(outcome.faults().faults()));
      faults.addAll(file.faults().faults());
      return faults;
    }
  }

  private Iati() {}

  static Result read(String xml) {
    return read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  static Result read(byte[] bytes) {
    return read(new ByteArrayInputStream(bytes));
  }

  static Result read(InputStream input) {
    return read(input, ReadLimits.STANDARD, IatiCodeLists.NONE);
  }

  static Result read(InputStream input, ReadLimits limits, IatiCodeLists codeLists) {
    List<ActivityOutcome> outcomes = new ArrayList<>();
    try {
      FileOutcome file = new IatiReader(limits, codeLists, CLOCK).read(input, outcomes::add);
      return new Result(file, outcomes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Result readSample(String name) {
    try (InputStream input = Files.newInputStream(Path.of("src/dev/iati", name))) {
      return read(input);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static byte[] write(List<IatiElement> activities) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (IatiWriter writer = new IatiWriter(output, CLOCK.instant())) {
      for (IatiElement activity : activities) {
        writer.write(activity);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return output.toByteArray();
  }

  /** A file of version 2.03 with these activities. */
  static String file(String... activities) {
    return "<iati-activities version=\"2.03\">"
        + String.join("", activities)
        + "</iati-activities>";
  }

  /** The least that an activity must have, with more elements after the dates. */
  static String activity(String more) {
    return activity("XM-SAMPLE-1-A", more);
  }

  static String activity(String identifier, String more) {
    return """
    <iati-activity xml:lang="en" default-currency="JPY">
    <iati-identifier>%s</iati-identifier>
    <reporting-org ref="XM-SAMPLE-1" type="10"><narrative>Sample</narrative></reporting-org>
    <title><narrative>Title</narrative></title>
    <description><narrative>Description</narrative></description>
    <participating-org role="1" ref="XM-SAMPLE-1"/>
    <activity-status code="2"/>
    <activity-date type="1" iso-date="2026-04-01"/>
    %s
    </iati-activity>
    """
        .formatted(identifier, more);
  }
}
