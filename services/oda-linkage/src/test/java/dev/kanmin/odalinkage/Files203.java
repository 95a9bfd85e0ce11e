package dev.kanmin.odalinkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** IATI files that the tests send. */
final class Files203 {
  static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n";
  static final String TAIL = "\n</iati-activities>\n";

  private Files203() {}

  /** A file of {@code src/dev/iati} under identifiers that no other test uses. */
  static String sample(String name, String mark) {
    try {
      return Files.readString(Path.of("src", "dev", "iati", name))
          .replace("-SAMPLE-", "-SAMPLE-" + mark + "-")
          .replace("XM-SAMPLE-" + mark + "-BANK", "XM-SAMPLE-BANK-" + mark);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static String file(List<String> activities) {
    return HEAD + String.join("\n", activities) + TAIL;
  }

  static String file(String... activities) {
    return file(List.of(activities));
  }

  /** A small valid activity. */
  static String activity(String publisher, String identifier, String title) {
    return """
    <iati-activity xml:lang="en" default-currency="JPY">
      <iati-identifier>%s</iati-identifier>
      <reporting-org ref="%s" type="10"><narrative>[Sample] Reporter</narrative></reporting-org>
      <title><narrative>%s</narrative></title>
      <description><narrative>[Sample] An activity.</narrative></description>
      <participating-org role="1" ref="%s" type="10"/>
      <activity-status code="2"/>
      <activity-date type="2" iso-date="2026-04-01"/>
      <recipient-country code="VN"/>
      <sector vocabulary="1" code="12191"/>
    </iati-activity>"""
        .formatted(identifier, publisher, title, publisher);
  }
}
