package dev.kanmin.proof;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small IATI file of a publisher that is none of the agencies. */
record ActivityFile(String publisher, int number, int activities) {

  List<String> identifiers() {
    return IntStream.range(0, activities)
        .mapToObj(index -> "%s-%d-%d".formatted(publisher, number, index))
        .toList();
  }

  String xml() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <iati-activities version="2.03">
        %s</iati-activities>
        """
        .formatted(identifiers().stream().map(this::activity).collect(Collectors.joining()));
  }

  Request request() {
    return Request.post("/v1/activities/import").xml(xml());
  }

  private String activity(String identifier) {
    return """
        <iati-activity xml:lang="en" default-currency="USD">
          <iati-identifier>%2$s</iati-identifier>
          <reporting-org ref="%1$s" type="40"><narrative>[Sample] bank</narrative></reporting-org>
          <title><narrative>[Sample] Endoscopes for %2$s</narrative></title>
          <description><narrative>Nothing of this is real.</narrative></description>
          <participating-org ref="%1$s" role="1"/>
          <activity-status code="2"/>
          <activity-date type="2" iso-date="2026-07-01"/>
          <recipient-country code="LA"/>
          <sector code="12191"/>
        </iati-activity>
        """
        .formatted(publisher, identifier);
  }
}
