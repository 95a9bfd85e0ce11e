package dev.kanmin.gateway.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * An operation of a service.
 *
 * @param id unique in the whole API
 * @param method of HTTP, in lower case
 * @param path with its variables in braces
 * @param parameters names of those in its query
 * @param command whether it changes something: it takes an {@code Idempotency-Key}
 * @param versioned whether it must say which version it is based on
 * @param body in JSON, if it takes one
 * @param query its parameters as the properties of one object, if it has any
 * @param media types of the files that it takes, if it takes one in place of JSON
 * @param answer in JSON, if it gives one
 */
public record Operation(
    String id,
    String service,
    String method,
    String path,
    String summary,
    String description,
    List<String> variables,
    Set<String> parameters,
    boolean command,
    boolean versioned,
    Optional<Schema> body,
    Optional<Schema> query,
    List<String> media,
    Optional<Schema> answer) {
  private static final String OVERVIEW = "Overview";

  public boolean isCommand() {
    return command;
  }

  /** Whether it takes a file. */
  public boolean isUpload() {
    return command && !media.isEmpty();
  }

  /** Whether what it is given takes the place of all that was there. */
  boolean isReplacing() {
    return method.equals("put");
  }

  /** Whether a step of its path is a noun of that sort. */
  public boolean isBelowAny(Predicate<String> noun) {
    return Arrays.stream(path.split("/", -1))
        .filter(step -> !step.isEmpty() && !step.startsWith("{"))
        .anyMatch(noun);
  }

  boolean isRead() {
    return method.equals("get") && answer.isPresent();
  }

  /** Whether its path ends with a variable, and it does not answer with a list. */
  boolean isOfOne() {
    return path.endsWith("}") && items().isEmpty();
  }

  /** Whether what it is about is a part of something that has an address of its own. */
  boolean isPart() {
    return variables.size() > 1;
  }

  boolean isBelow(Operation other) {
    return path.equals(other.path()) || path.startsWith(other.path() + "/");
  }

  /** Whether it lists records of the service. */
  public boolean isList() {
    return isRead() && variables.isEmpty() && items().isPresent();
  }

  /** Whether what it answers is a page of its own. */
  boolean isOverview() {
    return isRead()
        && variables.isEmpty()
        && answer.filter(schema -> schema.name().equals(OVERVIEW)).isPresent();
  }

  /** What a list is of. */
  public Optional<Schema> items() {
    return answer.flatMap(schema -> schema.property("items")).flatMap(Schema::items);
  }

  /** The last noun of its path: {@code applications}. */
  public String noun() {
    String[] steps = path.split("/", -1);
    for (int at = steps.length - 1; at > 0; at--) {
      if (!steps[at].startsWith("{")) {
        return steps[at];
      }
    }
    return "";
  }

  /** The noun before the last variable of its path. */
  String nounOfPart() {
    String before = path.substring(0, path.lastIndexOf("/{"));
    return before.substring(before.lastIndexOf('/') + 1);
  }

  /**
   * How well it fits what a life cycle calls so; 0 if not at all. Best is an id that ends with the
   * verb ({@code extend-deadline}), then one that has its words in another order ({@code add-note}
   * of {@code casesNotesAdd}), then an edit whose verb says besides what it puts ({@code
   * change-profile}, {@code set-consent}).
   */
  public int fits(String verb) {
    List<String> wanted = List.of(verb.split("-", -1));
    if (id.endsWith(wanted.stream().map(StringUtils::capitalize).collect(Collectors.joining()))) {
      return 3;
    }
    List<String> words =
        Arrays.stream(id.split("(?=[A-Z])"))
            .skip(1)
            .map(it -> it.toLowerCase(Locale.ROOT))
            .toList();
    if (wanted.stream().allMatch(word -> words.stream().anyMatch(it -> it.startsWith(word)))) {
      return 2;
    }
    return method.equals("put")
            && wanted.size() > 1
            && !words.isEmpty()
            && words.stream().allMatch(word -> wanted.stream().anyMatch(word::startsWith))
        ? 1
        : 0;
  }

  /** The one of these that a life cycle calls so. */
  public static Optional<Operation> called(String verb, List<Operation> operations) {
    return operations.stream()
        .filter(operation -> operation.fits(verb) > 0)
        .max(Comparator.comparingInt(operation -> operation.fits(verb)));
  }

  /** Its address for these variables. */
  public String address(Map<String, String> values) {
    String address = path;
    for (String variable : variables) {
      address =
          address.replace(
              "{" + variable + "}",
              UriUtils.encodePathSegment(
                  values.getOrDefault(variable, ""), StandardCharsets.UTF_8));
    }
    return address;
  }
}
