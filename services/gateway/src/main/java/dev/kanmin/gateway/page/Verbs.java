package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.picture.CardCodes;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What commands are called: the words of life cycles, which are code lists. */
final class Verbs {
  private static final String LISTS_END_WITH = "-verbs";

  private Verbs() {}

  /** What people call the operation. */
  static String label(Operation operation, Wording wording) {
    String own = wording.sayOr("operation." + operation.id(), "");
    return own.isEmpty()
        ? verb(operation)
            .map(verb -> wording.label(verb.list(), verb.code()))
            .orElseGet(operation::summary)
        : own;
  }

  /** What people call the kind of thing that it is about; empty if that has no words. */
  static String kind(Operation operation, Wording wording) {
    return verb(operation)
        .map(verb -> verb.list().substring(0, verb.list().length() - LISTS_END_WITH.length()))
        .map(kind -> wording.label(CardCodes.KINDS, kind))
        .orElse("");
  }

  /** Whether there are words for it. */
  static boolean isKnown(Operation operation) {
    return verb(operation).isPresent();
  }

  private record Verb(String list, String code) {}

  /** Of the nouns of its address, the last one that has verbs counts. */
  private static Optional<Verb> verb(Operation operation) {
    return Arrays.stream(operation.path().split("/", -1))
        .filter(step -> !step.isEmpty() && !step.startsWith("{"))
        .flatMap(noun -> lists(noun))
        .flatMap(
            list ->
                list.entries().stream()
                    .map(CodeEntry::code)
                    .filter(code -> operation.fits(code) > 0)
                    .map(code -> new Verb(list.name(), code)))
        .reduce(
            (one, next) -> operation.fits(next.code()) >= operation.fits(one.code()) ? next : one);
  }

  private static Stream<CodeList> lists(String noun) {
    return CodeLists.all().stream()
        .filter(list -> list.name().endsWith(LISTS_END_WITH))
        .filter(
            list ->
                RecordSource.sounds(
                    noun,
                    list.name().substring(0, list.name().length() - LISTS_END_WITH.length())));
  }
}
