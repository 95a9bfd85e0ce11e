package dev.kanmin.web;

import dev.kanmin.events.wire.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Shows the {@link ExampleFiles} of a handler method as examples of its body. The build copies
 * {@code src/dev} to {@code samples} on the class path.
 */
final class OpenApiExamples implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    ExampleFiles files = handler.getMethodAnnotation(ExampleFiles.class);
    if (files == null) {
      return operation;
    }
    Content content = operation.getRequestBody().getContent();
    for (Resource file : find(files)) {
      String name = String.valueOf(file.getFilename());
      boolean json = name.endsWith(".json");
      content.forEach(
          (type, body) -> {
            if (type.endsWith(json ? "json" : "xml")) {
              body.addExamples(
                  StringUtils.stripFilenameExtension(name), new Example().value(read(file, json)));
            }
          });
    }
    return operation;
  }

  private static List<Resource> find(ExampleFiles files) {
    List<Resource> found =
        Arrays.stream(files.value())
            .flatMap(pattern -> Arrays.stream(find(pattern)))
            .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("There are no files " + Arrays.toString(files.value()));
    }
    return found;
  }

  private static Resource[] find(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver()
          .getResources("classpath*:samples/" + pattern);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(pattern, unreadable);
    }
  }

  private static Object read(Resource file, boolean json) {
    try {
      String text = file.getContentAsString(StandardCharsets.UTF_8);
      return json ? Json.events().readValue(text, Map.class) : text;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }
}
