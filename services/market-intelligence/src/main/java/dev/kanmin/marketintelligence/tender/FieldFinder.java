package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.Field;
import dev.kanmin.codes.FieldHints;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.HsCode;
import dev.kanmin.marketintelligence.files.DataFiles;
import dev.kanmin.marketintelligence.tender.FieldMapping.Reason;
import dev.kanmin.marketintelligence.tender.FieldMapping.State;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the fields of a tender, with the reasons. A code of an item finds a field if it stands for
 * goods of that field alone. A word finds one too, if something shows that the tender is about
 * medicine (a code of an item, or a word of title, summary or buyer): else "CT" is a current
 * transformer. {@code cross-field} is found only where no other field is. What stands for what is
 * data: the code list {@code fields}, and {@code tenders/field-hints.json}.
 */
final class FieldFinder {
  private static final int REASONS = 12;
  private static final int CHARACTERS = 4_000;
  private static final String HINTS = "/tenders/field-hints.json";
  private static final String CPV = "CPV";
  private static final String HS = "HS";

  private static final Hints DATA = DataFiles.read(HINTS, Hints.class);
  private static final Map<Field, OfField> BY_FIELD =
      DATA.fields().stream()
          .collect(Collectors.toUnmodifiableMap(OfField::field, Function.identity()));

  private final String title;
  private final String summary;
  private final List<TenderItem> items;
  private final Set<HsCode> goods;
  private final boolean medical;

  /** The data file. */
  record Hints(String source, Medical medical, List<OfField> fields) {}

  /** What shows that something is about medicine. */
  record Medical(List<String> cpv, List<String> hs, List<String> unspsc, List<String> words) {}

  /** What points to a field, beside the hints of the code list. */
  record OfField(Field field, List<String> cpv, List<String> words) {}

  private FieldFinder(
      Collection<String> titles,
      Collection<String> summaries,
      Optional<String> buyer,
      List<TenderItem> items) {
    this.title = folded(String.join("\n", titles));
    String all =
        String.join("\n", summaries)
            + "\n"
            + items.stream()
                .flatMap(item -> item.description().stream())
                .collect(Collectors.joining("\n"));
    this.summary = folded(all.substring(0, Math.min(all.length(), CHARACTERS)));
    this.items = items;
    this.goods = new LinkedHashSet<>(HsCode.namedIn(title + "\n" + summary));
    codes(items, HS).flatMap(code -> HsCode.find(sixDigits(code)).stream()).forEach(goods::add);
    String words = title + "\n" + summary + "\n" + folded(buyer.orElse(""));
    this.medical =
        begins(CPV, DATA.medical().cpv())
            || begins(HS, DATA.medical().hs())
            || begins("UNSPSC", DATA.medical().unspsc())
            || DATA.medical().words().stream().map(FieldFinder::folded).anyMatch(words::contains);
  }

  /** The fields that are found, in the order of the list of fields, all automatic. */
  static List<FieldMapping> find(
      Collection<String> titles,
      Collection<String> summaries,
      Optional<String> buyer,
      List<TenderItem> items) {
    return new FieldFinder(titles, summaries, buyer, items).find();
  }

  private List<FieldMapping> find() {
    List<FieldMapping> found =
        Fields.all().stream()
            .filter(field -> !field.equals(Field.CROSS_FIELD))
            .flatMap(field -> find(field).stream())
            .toList();
    return found.isEmpty() ? find(Field.CROSS_FIELD).stream().toList() : found;
  }

  private Optional<FieldMapping> find(Field field) {
    FieldHints hints = Fields.hints(field);
    List<Reason> reasons = new ArrayList<>();
    if (medical) {
      add(reasons, Reason.Code.KEYWORD_IN_TITLE, words(field, hints, title));
      add(reasons, Reason.Code.KEYWORD_IN_DESCRIPTION, words(field, hints, summary));
    }
    add(
        reasons,
        Reason.Code.ITEM_CLASSIFICATION,
        codes(CPV)
            .filter(code -> ofField(field).stream().anyMatch(it -> beginsWith(code, it.cpv())))
            .map(code -> CPV + " " + code)
            .toList());
    List<HsCode> own = goods.stream().filter(code -> pointsTo(hints, code)).toList();
    if (!reasons.isEmpty() || own.stream().anyMatch(FieldFinder::isOfOneField)) {
      add(reasons, Reason.Code.HS_CODE, own.stream().map(HsCode::code).toList());
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FieldMapping(
                field, State.AUTOMATIC, reasons.stream().distinct().limit(REASONS).toList()));
  }

  private static List<String> words(Field field, FieldHints hints, String text) {
    List<String> words = new ArrayList<>(hints.keywordsIn(text));
    ofField(field).stream()
        .flatMap(it -> it.words().stream())
        .filter(word -> text.contains(folded(word)))
        .forEach(words::add);
    return words;
  }

  private static Optional<OfField> ofField(Field field) {
    return Optional.ofNullable(BY_FIELD.get(field));
  }

  private static void add(List<Reason> reasons, Reason.Code code, List<String> evidence) {
    evidence.forEach(each -> reasons.add(new Reason(code, Optional.of(each))));
  }

  private Stream<String> codes(String scheme) {
    return codes(items, scheme);
  }

  private static Stream<String> codes(List<TenderItem> items, String scheme) {
    return items.stream()
        .filter(item -> item.scheme().map(it -> it.equalsIgnoreCase(scheme)).orElse(false))
        .flatMap(item -> item.code().stream());
  }

  private boolean begins(String scheme, List<String> prefixes) {
    return codes(scheme).anyMatch(code -> beginsWith(code, prefixes));
  }

  private static boolean beginsWith(String code, List<String> prefixes) {
    return prefixes.stream().anyMatch(code::startsWith);
  }

  /** National lines have more digits. */
  private static String sixDigits(String code) {
    String digits = code.replace(".", "").replace(" ", "");
    return digits.substring(0, Math.min(6, digits.length()));
  }

  private static boolean isOfOneField(HsCode code) {
    return Fields.all().stream().filter(field -> pointsTo(Fields.hints(field), code)).count() == 1;
  }

  private static boolean pointsTo(FieldHints hints, HsCode code) {
    return hints.hs().stream().anyMatch(hint -> hint.covers(code));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
