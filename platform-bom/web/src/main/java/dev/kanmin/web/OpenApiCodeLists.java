package dev.kanmin.web;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CodeLists;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Names the code list that a property is of, as {@value #EXTENSION}: so that a form can offer its
 * codes. The list is the one that its comment names ("a code of {@code mission-kinds}"), or the one
 * that has just the codes of its enum; value types say theirs themselves.
 */
final class OpenApiCodeLists implements GlobalOpenApiCustomizer {
  /** Name of a code list. */
  static final String EXTENSION = "x-code-list";

  private static final Pattern NAMED =
      Pattern.compile("\\bcodes? of (?:the list )?(?:of )?`?([a-z]+(?:-[a-z]+)*)`?");

  @Override
  public void customise(OpenAPI document) {
    if (document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().values().forEach(OpenApiCodeLists::describe);
    }
  }

  private static void describe(@Nullable Schema<?> schema) {
    if (schema == null) {
      return;
    }
    list(schema)
        .ifPresent(
            list -> {
              Schema<?> items = schema.getItems();
              (items == null ? schema : items).addExtension(EXTENSION, list);
            });
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(OpenApiCodeLists::describe);
    }
    describe(schema.getItems());
  }

  private static Optional<String> list(Schema<?> schema) {
    if (schema.getExtensions() != null && schema.getExtensions().containsKey(EXTENSION)) {
      return Optional.empty();
    }
    return Optional.ofNullable(schema.getDescription())
        .flatMap(OpenApiCodeLists::named)
        .or(() -> Optional.ofNullable(schema.getEnum()).flatMap(OpenApiCodeLists::withJust));
  }

  private static Optional<String> named(String description) {
    Matcher named = NAMED.matcher(description);
    return named.find() ? CodeLists.find(named.group(1)).map(CodeList::name) : Optional.empty();
  }

  private static Optional<String> withJust(List<?> codes) {
    Set<String> wanted = codes.stream().map(String::valueOf).collect(Collectors.toSet());
    List<CodeList> same =
        CodeLists.all().stream()
            .filter(
                list ->
                    list.entries().stream()
                        .map(CodeEntry::code)
                        .collect(Collectors.toSet())
                        .equals(wanted))
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst().name()) : Optional.empty();
  }
}
