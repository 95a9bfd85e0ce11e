package dev.kanmin.marketintelligence.ocds;

import dev.kanmin.events.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One release as it is kept: its JSON with the properties in alphabetical order, so that the same
 * content is the same text, and without the persons that its contact points name.
 *
 * @param id of the release
 * @param date as published; releases are merged in its order
 * @param compiled whether it was itself compiled by its publisher; counts only while no other one
 *     is known
 * @param json the whole release
 */
public record Release(String ocid, String id, String date, boolean compiled, String json) {
  /** Merging goes by date; of one date, by id, so that the order of arrival does not matter. */
  public static final Comparator<Release> ORDER =
      Comparator.comparing(Release::instant).thenComparing(Release::id);

  private static final String CONTACT_POINT = "contactPoint";
  private static final int LONGEST_ID = 300;
  private static final int DEEPEST = 100;
  private static final JsonMapper CANONICAL =
      Json.events().rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  /**
   * Reads a release.
   *
   * @throws UnmergeableReleases if it lacks ocid, id or date, or they are no such thing
   */
  public static Release of(ObjectNode content) {
    String ocid = text(content, "ocid");
    String id = content.path("id").isNumber() ? content.path("id").asString() : text(content, "id");
    String date = text(content, "date");
    if (parsed(date).isEmpty()) {
      throw new UnmergeableReleases(
          "/date", "is '" + shortened(date) + "', which is no date such as 2026-11-29T09:00:00Z");
    }
    ObjectNode kept = content.deepCopy();
    withoutContacts(kept, 0);
    boolean compiled =
        content.path("tag").valueStream().anyMatch(tag -> tag.asString("").equals("compiled"));
    return new Release(ocid, id, date, compiled, CANONICAL.writeValueAsString(kept));
  }

  private static String text(ObjectNode content, String name) {
    JsonNode value = content.path(name);
    if (!value.isString() || value.asString().isBlank()) {
      throw new UnmergeableReleases("/" + name, "is missing or no text; every release needs it");
    }
    if (value.asString().length() > LONGEST_ID) {
      throw new UnmergeableReleases("/" + name, "has more than " + LONGEST_ID + " characters");
    }
    return value.asString();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 40));
  }

  /** Persons stay with their publisher. */
  private static void withoutContacts(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      throw new UnmergeableReleases("", "is nested more than " + DEEPEST + " levels deep");
    }
    if (node instanceof ObjectNode object) {
      object.remove(CONTACT_POINT);
    }
    Iterator<JsonNode> children = node.values().iterator();
    while (children.hasNext()) {
      withoutContacts(children.next(), depth + 1);
    }
  }

  /** A moment; without an offset it is taken as UTC, a day alone as its first moment. */
  static Optional<Instant> parsed(String date) {
    return Stream.<java.util.function.Function<String, Instant>>of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC))
        .flatMap(
            form -> {
              try {
                return Stream.of(form.apply(date));
              } catch (DateTimeParseException another) {
                return Stream.empty();
              }
            })
        .findFirst();
  }

  Instant instant() {
    return parsed(date).orElseThrow();
  }

  /** The release itself. */
  public ObjectNode content() {
    return (ObjectNode) Json.events().readTree(json);
  }

  ArrayNode tag() {
    return content().path("tag") instanceof ArrayNode tags
        ? tags
        : JsonNodeFactory.instance.arrayNode();
  }

  /** Those that are merged, in the order of their dates. */
  public static List<Release> merged(List<Release> known) {
    boolean onlyCompiled = known.stream().allMatch(Release::compiled);
    return known.stream().filter(it -> onlyCompiled || !it.compiled()).sorted(ORDER).toList();
  }
}
