package dev.kanmin.gateway.search;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import java.util.List;
import java.util.stream.Stream;

/** What devices and what is done with them are called, by the code list of fields. */
final class DeviceTerms {
  private DeviceTerms() {}

  /** Labels and keywords in all languages, as the list writes them. */
  static List<String> all() {
    return CodeLists.list(CodeLists.FIELDS).entries().stream()
        .flatMap(DeviceTerms::of)
        .distinct()
        .toList();
  }

  private static Stream<String> of(CodeEntry field) {
    return Stream.concat(
        field.labels().texts().values().stream(), field.texts("keywords").stream());
  }
}
