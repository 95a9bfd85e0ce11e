package dev.kanmin.codes;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * All code lists, read once from the data files under {@code /codes} of the class path. Which lists
 * there are, and in which order, says {@code codes/index.json}.
 */
public final class CodeLists {
  public static final String ACTIVITY_STATES = "activity-states";
  public static final String AGENCIES = "agencies";
  public static final String APPLICATION_STATES = "application-states";
  public static final String BLOCS = "blocs";
  public static final String COUNTRIES = "countries";
  public static final String CRS = "crs";
  public static final String CURRENCIES = "currencies";
  public static final String FIELDS = "fields";
  public static final String FIELD_MAPPING_REASONS = "field-mapping-reasons";
  public static final String FIELD_MAPPING_STATES = "field-mapping-states";
  public static final String HS_MEDICAL = "hs-medical";
  public static final String LANGUAGES = "languages";
  public static final String MISSION_DOCUMENTS = "mission-documents";
  public static final String MISSION_KINDS = "mission-kinds";
  public static final String MISSION_STATES = "mission-states";
  public static final String MISSION_STEPS = "mission-steps";
  public static final String OFFER_STATES = "offer-states";
  public static final String PARTICIPANT_TYPES = "participant-types";
  public static final String PREFECTURES = "prefectures";
  public static final String REGIONS = "regions";
  public static final String SCHEMES = "schemes";
  public static final String SCHEME_STEPS = "scheme-steps";
  public static final String STEP_STATES = "step-states";

  private CodeLists() {}

  /** Every list, in the order of the index. */
  public static Collection<CodeList> all() {
    return Loaded.LISTS.values();
  }

  public static Optional<CodeList> find(String name) {
    return Optional.ofNullable(Loaded.LISTS.get(name));
  }

  /**
   * The list of that name.
   *
   * @throws IllegalArgumentException if there is no list of that name
   */
  public static CodeList list(String name) {
    return find(name)
        .orElseThrow(
            () -> Refusal.of("the name of a code list", name, "one of " + Loaded.LISTS.keySet()));
  }

  private static final class Loaded {
    static final Map<String, CodeList> LISTS = CodeListFiles.read();
  }
}
