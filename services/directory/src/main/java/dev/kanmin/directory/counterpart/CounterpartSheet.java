package dev.kanmin.directory.counterpart;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.counterpart.CounterpartCommand.ChangeProfile;
import dev.kanmin.directory.counterpart.CounterpartCommand.Register;
import dev.kanmin.directory.merge.Merges;
import dev.kanmin.directory.office.OfficeRegister;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.sheets.Cells;
import dev.kanmin.sheets.Column;
import dev.kanmin.sheets.Columns;
import dev.kanmin.sheets.SheetImport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counterparts as lines of a table. A line is known by its id, else by the agency's own reference.
 * Names in further languages are not in it and stay as they are.
 */
@Component
class CounterpartSheet implements SheetImport.Lines<CounterpartCommand, Counterpart> {
  static final Columns COLUMNS =
      new Columns(
          "現地機関",
          List.of(
              new Column("id", "ID", "", "cpt_…; leave it empty for a new counterpart"),
              new Column(
                  "reference", "整理番号", "/reference", "your own number; names it next time too"),
              new Column("kind", "種類", "/kind", "hospital, ministry, buyer …, or 病院"),
              new Column("name_en", "英語名称", "/names/en", "one of the names is needed"),
              new Column("name_ja", "日本語名称", "/names/ja", ""),
              new Column("name_local", "現地語名称", "/names", ""),
              new Column("local_language", "現地語の言語", "/names", "BCP 47: vi, th, zh-Hans"),
              new Column("country", "国・地域", "/country", "ISO 3166 code: VN"),
              new Column("city", "都市", "/city", ""),
              new Column("identifiers", "識別番号", "/identifiers", "scheme:id;scheme:id"),
              new Column("office", "担当課・事務所", "/office", "code of a registered office"),
              new Column("sample", "サンプル", "/sample", "true for made-up records")));

  private static final Rule NO_SUCH_LINE =
      Rule.invalid("unknown-id", "There is no counterpart of this id");
  private static final Rule REFERENCE_NEEDED =
      Rule.invalid("reference-needed", "A new counterpart needs a reference");

  private final Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts;
  private final Merges merges;
  private final OfficeRegister offices;

  CounterpartSheet(
      Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts,
      Merges counterpartMerges,
      OfficeRegister offices) {
    this.counterparts = counterparts;
    this.merges = counterpartMerges;
    this.offices = offices;
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public Mono<Stored<Counterpart>> existing(Cells line, AgencyCode by) {
    Optional<String> id = line.text("id");
    return merges
        .survivor(id.orElseGet(() -> newId(line, by)))
        .flatMap(counterparts::find)
        .switchIfEmpty(
            Mono.defer(
                () ->
                    id.isEmpty()
                        ? Mono.empty()
                        : Mono.error(NO_SUCH_LINE.refuse("Leave it empty for a new one.", "/id"))));
  }

  @Override
  public String newId(Cells line, AgencyCode by) {
    return line.text("reference")
        .map(it -> Ids.derived("cpt", "of", by.code(), it))
        .orElseThrow(() -> REFERENCE_NEEDED.refuse("Give one that stays the same.", "/reference"));
  }

  @Override
  public Mono<CounterpartCommand> command(
      String id, Cells line, Optional<Counterpart> existing, AgencyCode by) {
    Optional<CounterpartProfile> now = existing.flatMap(Counterpart::profile);
    return office(line, now, by)
        .map(
            office -> {
              CounterpartProfile profile = profile(line, now, office);
              return existing.isPresent() ? new ChangeProfile(profile) : new Register(id, profile);
            });
  }

  private Mono<Optional<ResponsibleOffice>> office(
      Cells line, Optional<CounterpartProfile> now, AgencyCode by) {
    Optional<ResponsibleOffice> here = now.flatMap(CounterpartProfile::office);
    return line.has("office") ? offices.named(line.text("office"), here, by) : Mono.just(here);
  }

  private static CounterpartProfile profile(
      Cells line, Optional<CounterpartProfile> now, Optional<ResponsibleOffice> office) {
    return new CounterpartProfile(
        line.code("kind", "counterpart-kinds")
            .map(CounterpartSheet::kind)
            .or(() -> now.map(CounterpartProfile::kind))
            .orElseGet(() -> kind(line.required("kind"))),
        names(line, now),
        line.value("country", CountryCode::of)
            .or(() -> now.map(CounterpartProfile::country))
            .orElseGet(() -> CountryCode.of(line.required("country"))),
        line.has("city") ? line.text("city") : now.flatMap(CounterpartProfile::city),
        line.has("identifiers")
            ? line.values("identifiers", CounterpartSheet::identifier)
            : now.map(CounterpartProfile::identifiers).orElse(List.of()),
        office,
        line.has("sample")
            ? line.text("sample").map(Boolean::parseBoolean).orElse(false)
            : now.map(CounterpartProfile::sample).orElse(false));
  }

  /** Those of the line over those that are there. */
  private static LocalizedText names(Cells line, Optional<CounterpartProfile> now) {
    Map<String, String> names =
        new LinkedHashMap<>(now.map(it -> it.names().texts()).orElse(Map.of()));
    put(names, line, "en", "name_en");
    put(names, line, "ja", "name_ja");
    line.text("local_language").ifPresent(language -> put(names, line, language, "name_local"));
    if (names.isEmpty()) {
      line.required("name_en");
    }
    return line.value("name_en", text -> new LocalizedText(names))
        .orElseGet(() -> new LocalizedText(names));
  }

  private static void put(Map<String, String> names, Cells line, String language, String column) {
    if (line.has(column)) {
      line.text(column)
          .ifPresentOrElse(it -> names.put(language, it), () -> names.remove(language));
    }
  }

  private static CounterpartKind kind(String code) {
    return CounterpartKind.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static Identifier identifier(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("an identifier is like vn-gdt:0123456789");
    }
    return new Identifier(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }

  /** A counterpart as a line. */
  static List<String> line(Stored<Counterpart> stored) {
    CounterpartProfile profile = stored.state().known();
    Map<String, String> names = profile.names().texts();
    Optional<Map.Entry<String, String>> local =
        names.entrySet().stream()
            .filter(it -> !it.getKey().equals("en") && !it.getKey().equals("ja"))
            .findFirst();
    return List.of(
        stored.id(),
        "",
        profile.kind().code(),
        names.getOrDefault("en", ""),
        names.getOrDefault("ja", ""),
        local.map(Map.Entry::getValue).orElse(""),
        local.map(Map.Entry::getKey).orElse(""),
        profile.country().code(),
        profile.city().orElse(""),
        String.join(
            ";", profile.identifiers().stream().map(it -> it.scheme() + ":" + it.id()).toList()),
        profile.office().map(ResponsibleOffice::code).orElse(""),
        String.valueOf(profile.sample()));
  }
}
