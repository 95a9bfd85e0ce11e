package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.Choice;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.form.Schema;
import dev.kanmin.web.overview.Overview;
import dev.kanmin.web.overview.Overview.Section;
import dev.kanmin.web.overview.Overview.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page that a service has of its own.
 *
 * @param action its address
 * @param export address of the same as a workbook
 * @param others all pages of that sort
 * @param filters what it can be narrowed by
 * @param lead empty if there is nothing to show
 * @param problem why there is nothing to show; empty if there is
 */
record OverviewWords(
    String heading,
    String action,
    String export,
    List<HeatMap.Choice> others,
    List<Filter> filters,
    String lead,
    List<Part> parts,
    String problem) {
  /** Entry of the navigation. */
  static final String PLACE = "overviews";

  /**
   * An input.
   *
   * @param choices empty where it is typed
   */
  record Filter(String name, String label, String value, List<Choice> choices) {}

  /**
   * A section with its drawing.
   *
   * @param plan of a timeline
   */
  record Part(Section section, Optional<Timeline> plan) {
    static Part of(Section section) {
      return new Part(
          section,
          section.shape() == Shape.TIMELINE ? Timeline.of(section.rows()) : Optional.empty());
    }

    /** Whether a script draws it. */
    public boolean isChart() {
      return section.shape() == Shape.COLUMNS || section.shape() == Shape.BARS;
    }
  }

  static OverviewWords of(
      Operation operation,
      Map<String, String> query,
      Officer officer,
      Optional<Overview> shown,
      String problem) {
    Wording wording = officer.wording();
    return new OverviewWords(
        shown.map(Overview::title).orElseGet(() -> Verbs.label(operation, wording)),
        href(operation, "", Map.of()),
        href(operation, "/export.xlsx", query),
        officer.api().overviews().stream()
            .map(
                other ->
                    new HeatMap.Choice(
                        Verbs.label(other, wording),
                        href(other, "", query),
                        other.id().equals(operation.id())))
            .toList(),
        operation.query().stream()
            .flatMap(schema -> filters(schema, query, officer.words()))
            .toList(),
        shown.map(it -> wording.say("overview.lead", it.lead(), wording.day(it.day()))).orElse(""),
        shown.map(Overview::sections).orElse(List.of()).stream().map(Part::of).toList(),
        problem);
  }

  boolean isDrawn() {
    return parts.stream().anyMatch(part -> part.isChart() && !part.section().rows().isEmpty());
  }

  private static Stream<Filter> filters(Schema schema, Map<String, String> query, PageWords words) {
    return schema.properties().entrySet().stream()
        .map(
            property ->
                new Filter(
                    property.getKey(),
                    words.label(
                        schema.name(), property.getKey(), property.getValue().description()),
                    query.getOrDefault(property.getKey(), ""),
                    property.getValue().codeList().map(words::choices).orElse(List.of())));
  }

  /** Only what the other one takes goes along. */
  private static String href(Operation operation, String below, Map<String, String> query) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(OverviewPages.PATH + "/" + operation.id() + below);
    query.forEach(
        (name, value) -> {
          if (operation.parameters().contains(name)) {
            address.queryParam(name, "{" + name + "}");
          }
        });
    return address.encode().buildAndExpand(query).toUriString();
  }

  /** A sheet for each table. */
  static List<Exports.Sheet> sheets(Overview overview) {
    return overview.sections().stream().map(OverviewWords::sheet).toList();
  }

  private static Exports.Sheet sheet(Section section) {
    Set<Integer> figures =
        IntStream.range(0, section.columns().size())
            .filter(at -> section.columns().get(at).figures())
            .boxed()
            .collect(Collectors.toSet());
    return new Exports.Sheet(
        section.heading(),
        Stream.concat(
                Stream.of(section.columns().stream().map(Overview.Column::label).toList()),
                section.rows().stream()
                    .map(row -> row.cells().stream().map(Overview.Cell::text).toList()))
            .toList(),
        figures);
  }
}
