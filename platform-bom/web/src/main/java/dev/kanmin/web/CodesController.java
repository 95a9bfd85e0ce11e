package dev.kanmin.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CodeSource;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.IdempotencyKey;
import dev.kanmin.events.wire.Json;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The code lists. Labels come in all languages; who states a preference in {@code Accept-Language}
 * gets the label in that language beside them.
 */
// not auto-configured: the gateway imports it
@RestController
@RequestMapping("/v1/codes")
@RequiresScope("codes:read")
public final class CodesController {
  private static final CacheControl ONE_HOUR =
      CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

  private final Map<String, String> digests = new ConcurrentHashMap<>();

  /** All lists, without their entries. */
  @GetMapping
  public Lists listCodeLists() {
    return new Lists(
        CodeLists.all().stream()
            .map(
                list ->
                    new Listed(
                        list.name(),
                        list.title(),
                        list.source(),
                        list.complete(),
                        list.entries().size()))
            .toList());
  }

  /**
   * One list. Retired codes are shown with the date of their retirement.
   *
   * @param code only these codes
   * @param currentOn only the codes offered for new records on that day
   * @param q only entries with this text in the code or in a label; width and case do not matter
   */
  @GetMapping("/{list}")
  public ResponseEntity<Codes> readCodeList(
      @PathVariable String list,
      @RequestParam Optional<List<String>> code,
      @RequestParam Optional<LocalDate> currentOn,
      @RequestParam Optional<String> q,
      @RequestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
    CodeList found = CodeLists.find(list).orElseThrow(() -> unknown(list));
    Optional<Language> language = acceptLanguage.flatMap(AcceptedLanguage::of);
    Predicate<CodeEntry> wanted =
        entry ->
            code.map(codes -> codes.contains(entry.code())).orElse(true)
                && currentOn.map(entry::isCurrentOn).orElse(true)
                && q.map(text -> mentions(entry, text)).orElse(true);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .cacheControl(ONE_HOUR)
            .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
            .eTag(entityTag(found, language + "\n" + code + "\n" + currentOn + "\n" + q));
    language.ifPresent(chosen -> answer.header(HttpHeaders.CONTENT_LANGUAGE, chosen.tag()));
    return answer.body(Codes.of(found, wanted, language));
  }

  private String entityTag(CodeList list, String view) {
    String content =
        digests.computeIfAbsent(
            list.name(), _ -> IdempotencyKey.digest(Json.events().writeValueAsBytes(list)));
    return '"' + IdempotencyKey.digest(content + view).substring(0, 16) + '"';
  }

  private static boolean mentions(CodeEntry entry, String text) {
    String wanted = folded(text);
    return folded(entry.code()).contains(wanted)
        || entry.labels().texts().values().stream()
            .anyMatch(label -> folded(label).contains(wanted));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static ProblemException unknown(String list) {
    return ProblemTypes.NOT_FOUND.with(
        "There is no code list "
            + Quoted.of(list)
            + ". There are "
            + CodeLists.all().stream().map(CodeList::name).collect(Collectors.joining(", "))
            + ".");
  }

  /** The lists there are. */
  public record Lists(List<Listed> items) {}

  /**
   * A list without its entries.
   *
   * @param complete whether every valid code is in it
   * @param count number of codes, retired ones too
   */
  public record Listed(
      String name, LocalizedText title, CodeSource source, boolean complete, int count) {}

  /**
   * A list, or what the filters left of it.
   *
   * @param complete whether every valid code is in the unfiltered list
   * @param leftOut how many entries the filters left out
   */
  public record Codes(
      String name,
      LocalizedText title,
      CodeSource source,
      boolean complete,
      List<Code> entries,
      int leftOut) {

    static Codes of(CodeList list, Predicate<CodeEntry> wanted, Optional<Language> language) {
      List<Code> entries =
          list.entries().stream()
              .filter(wanted)
              .map(entry -> new Code(language.map(entry::label), entry))
              .toList();
      return new Codes(
          list.name(),
          list.title(),
          list.source(),
          list.complete(),
          entries,
          list.entries().size() - entries.size());
    }
  }

  /**
   * An entry of a list.
   *
   * @param label in the language that the caller prefers
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"code", "label"})
  public record Code(Optional<String> label, @JsonUnwrapped CodeEntry entry) {}
}
