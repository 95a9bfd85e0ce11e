package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A code list with its source. Serialised as it is, it is the body of {@code GET /v1/codes/{list}};
 * the order of its entries is that of the data file.
 */
@JsonPropertyOrder({"name", "title", "source", "complete", "entries"})
public final class CodeList {
  private final String name;
  private final LocalizedText title;
  private final CodeSource source;
  private final boolean complete;
  private final List<CodeEntry> entries;
  private final Map<String, CodeEntry> byCode;

  CodeList(
      String name,
      LocalizedText title,
      CodeSource source,
      boolean complete,
      List<CodeEntry> entries) {
    this.name = name;
    this.title = title;
    this.source = source;
    this.complete = complete;
    this.entries = List.copyOf(entries);
    this.byCode = byCode(name, entries);
  }

  /** In kebab-case, as in the address. */
  @JsonProperty
  public String name() {
    return name;
  }

  @JsonProperty
  public LocalizedText title() {
    return title;
  }

  @JsonProperty
  public CodeSource source() {
    return source;
  }

  /** Whether every valid code is here; if not, an unknown code deserves a warning at most. */
  @JsonProperty
  public boolean complete() {
    return complete;
  }

  /** All entries, retired ones too. */
  @JsonProperty
  public List<CodeEntry> entries() {
    return entries;
  }

  public boolean has(String code) {
    return byCode.containsKey(code);
  }

  public Optional<CodeEntry> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The listed one of that code.
   *
   * @throws IllegalArgumentException if the list has no such code; the message names the list and
   *     what it offers
   */
  public CodeEntry require(String code) {
    return find(code)
        .orElseThrow(
            () -> Refusal.of("in the code list " + name, code, "one of " + currentCodes()));
  }

  /** The label of a code in that language; the code itself when the list does not have it. */
  public String label(String code, Language language) {
    return find(code).map(entry -> entry.label(language)).orElse(code);
  }

  /** The codes offered for new records: those without a date of retirement. */
  public List<String> currentCodes() {
    return entries.stream()
        .filter(entry -> entry.retired().isEmpty())
        .map(CodeEntry::code)
        .toList();
  }

  /** The entries offered for new records on that day. */
  public List<CodeEntry> currentOn(LocalDate day) {
    return entries.stream().filter(entry -> entry.isCurrentOn(day)).toList();
  }

  @Override
  public String toString() {
    return name + " (" + entries.size() + " codes)";
  }

  private static Map<String, CodeEntry> byCode(String name, List<CodeEntry> entries) {
    var index = LinkedHashMap.<String, CodeEntry>newLinkedHashMap(entries.size());
    for (var entry : entries) {
      if (index.put(entry.code(), entry) != null) {
        throw new IllegalArgumentException(
            "the code list " + name + " has the code '" + entry.code() + "' twice");
      }
    }
    return Collections.unmodifiableMap(index);
  }
}
