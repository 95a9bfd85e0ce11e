package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.CrsCodes;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.FieldHints;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.HsCode;
import dev.kanmin.odalinkage.activity.ActivityFacts.CodeShare;
import dev.kanmin.odalinkage.activity.FieldMapping.Reason;
import dev.kanmin.odalinkage.activity.FieldMapping.State;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.LocalizedText;
import dev.kanmin.odalinkage.iati.LocalizedText.Narrative;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the fields of an activity, with the reasons. A keyword in the title or a description finds
 * a field if a sector supports it (health, or one that the field's hints name) or none is given at
 * all: else "rehabilitation" of a road would be care. An HS code finds a field if it points to one
 * alone. A sector never finds a field, as each covers much else. {@code cross-field} is found only
 * where no field of its own is.
 */
final class FieldMapper {
  /** Characters of all descriptions together that are looked at; what matters stands first. */
  private static final int DESCRIPTION_CHARACTERS = 4_000;

  private static final int REASONS = 12;
  private static final Set<String> DAC_VOCABULARIES = Set.of("1", "2");

  private final String title;
  private final String descriptions;
  private final List<CodeShare> dacSectors;
  private final Set<HsCode> goods;

  private FieldMapper(IatiActivity activity, List<CodeShare> sectors) {
    this.title = text(Stream.of(activity.title()));
    String all = text(activity.descriptions().stream().map(IatiActivity.Description::text));
    this.descriptions = all.substring(0, Math.min(all.length(), DESCRIPTION_CHARACTERS));
    this.dacSectors = dacSectors(sectors);
    this.goods = HsCode.namedIn(title + "\n" + descriptions);
  }

  /** The fields that are found, in the order of the list of fields, all automatic. */
  static List<FieldMapping> map(IatiActivity activity, List<CodeShare> sectors) {
    return new FieldMapper(activity, sectors).map();
  }

  /**
   * Which part of an activity is in sectors of a field: health, and those that the field's hints
   * name.
   */
  static Optional<BigDecimal> percentage(Field field, List<CodeShare> sectors) {
    List<Optional<BigDecimal>> parts =
        dacSectors(sectors).stream()
            .filter(sector -> supports(sector, Fields.hints(field)))
            .map(CodeShare::percentage)
            .toList();
    return Percentages.sum(parts);
  }

  private List<FieldMapping> map() {
    List<FieldMapping> found =
        Fields.all().stream()
            .filter(field -> !field.equals(Field.CROSS_FIELD))
            .flatMap(field -> map(field).stream())
            .toList();
    return found.isEmpty() ? map(Field.CROSS_FIELD).stream().toList() : found;
  }

  private Optional<FieldMapping> map(Field field) {
    FieldHints hints = Fields.hints(field);
    List<Reason> keywords = new ArrayList<>();
    add(keywords, Reason.Code.KEYWORD_IN_TITLE, hints.keywordsIn(title));
    add(keywords, Reason.Code.KEYWORD_IN_DESCRIPTION, hints.keywordsIn(descriptions));
    List<CodeShare> supporting =
        dacSectors.stream().filter(sector -> supports(sector, hints)).toList();
    boolean byKeyword = !keywords.isEmpty() && (dacSectors.isEmpty() || !supporting.isEmpty());
    List<HsCode> ownGoods = goods.stream().filter(code -> pointsTo(hints, code)).toList();
    boolean byGoods = ownGoods.stream().anyMatch(FieldMapper::isOfOneField);
    if (!byKeyword && !byGoods) {
      return Optional.empty();
    }
    List<Reason> reasons = new ArrayList<>(keywords);
    add(reasons, Reason.Code.HS_CODE, ownGoods.stream().map(HsCode::code).toList());
    add(reasons, Reason.Code.CRS_SECTOR, supporting.stream().map(CodeShare::code).toList());
    return Optional.of(
        new FieldMapping(
            field,
            State.AUTOMATIC,
            percentage(field, dacSectors),
            reasons.stream().distinct().limit(REASONS).toList()));
  }

  private static void add(List<Reason> reasons, Reason.Code code, List<String> evidence) {
    evidence.forEach(each -> reasons.add(new Reason(code, Optional.of(each))));
  }

  private static boolean supports(CodeShare sector, FieldHints hints) {
    return CrsCode.find(sector.code())
        .filter(code -> CrsCodes.isHealth(code) || hints.crs().contains(code))
        .isPresent();
  }

  private static boolean isOfOneField(HsCode code) {
    return Fields.all().stream().filter(field -> pointsTo(Fields.hints(field), code)).count() == 1;
  }

  private static boolean pointsTo(FieldHints hints, HsCode code) {
    return hints.hs().stream().anyMatch(hint -> hint.covers(code));
  }

  /** Whether one of the sectors supports the field: only then they tell which part is for it. */
  static boolean isSupported(Field field, List<CodeShare> sectors) {
    return dacSectors(sectors).stream().anyMatch(sector -> supports(sector, Fields.hints(field)));
  }

  /**
   * Whether money is counted for several of these fields: when a sector that has a part of it
   * supports more than one of them.
   */
  static boolean overlap(List<Field> fields, List<CodeShare> sectors) {
    return dacSectors(sectors).stream()
        .filter(sector -> sector.percentage().isPresent())
        .anyMatch(
            sector ->
                fields.stream().filter(field -> supports(sector, Fields.hints(field))).count() > 1);
  }

  /** Purposes of five digits; categories of three only where there are no purposes. */
  static List<CodeShare> dacSectors(List<CodeShare> sectors) {
    List<CodeShare> dac =
        sectors.stream().filter(sector -> DAC_VOCABULARIES.contains(sector.vocabulary())).toList();
    List<CodeShare> purposes =
        dac.stream()
            .filter(sector -> sector.vocabulary().equals(IatiActivity.DEFAULT_SECTOR_VOCABULARY))
            .toList();
    return purposes.isEmpty() ? dac : purposes;
  }

  private static String text(Stream<LocalizedText> texts) {
    return texts
        .flatMap(text -> text.narratives().stream())
        .map(Narrative::text)
        .collect(Collectors.joining("\n"));
  }
}
