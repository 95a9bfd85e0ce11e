package dev.kanmin.local.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Tells the stories to a running system; what has been told before is not told again. */
final class Telling {
  private static final int MOST_WAITED_SECONDS = 15;

  private final Door door;
  private final Told told;
  private final Consumer<String> progress;

  Telling(Door door, Told told, Consumer<String> progress) {
    this.door = door;
    this.told = told;
    this.progress = progress;
  }

  /** Tells what has not been told yet. Returns how many requests that took. */
  int tell(List<Story> stories) {
    int requests = 0;
    for (Story story : stories) {
      List<Map<String, String>> rows = StoryBook.rows(story);
      int made = 0;
      for (int row = 0; row < rows.size(); row++) {
        made += row(story, row, rows.get(row));
      }
      if (made > 0) {
        progress.accept("%-40s %4d requests".formatted(story.title(), made));
      }
      requests += made;
    }
    return requests;
  }

  private int row(Story story, int number, Map<String, String> row) {
    int made = 0;
    try {
      for (int step = 0; step < story.steps().size(); step++) {
        String key = "demo-%s-%d-%d".formatted(story.title().replace(' ', '-'), number, step);
        var template = new Template(row, told.ids(), LocalDate.parse(told.day()));
        if (!told.has(key) && applies(story.steps().get(step), row)) {
          if (!take(story.steps().get(step), template, key)) {
            progress.accept(
                "%s, row %d: nothing came of it, so the rest of the row is left out"
                    .formatted(story.title(), number + 1));
            break;
          }
          told.add(key);
          made++;
        }
      }
    } catch (Door.Refused | StoryFault fault) {
      throw new IllegalStateException(
          "%s, row %d: %s".formatted(story.title(), number + 1, fault.getMessage()), fault);
    } finally {
      if (made > 0) {
        told.save();
      }
    }
    return made;
  }

  /** Whether the step is for that row. */
  static boolean applies(Story.Step step, Map<String, String> row) {
    return step.when()
        .map(
            condition -> {
              String[] words = condition.split(" has ", 2);
              String cell = Optional.ofNullable(row.get(words[0])).orElse("");
              return words.length == 1
                  ? !cell.isEmpty()
                  : Arrays.asList(cell.split(" ")).contains(words[1]);
            })
        .orElse(true);
  }

  private static Optional<Door.Sent> body(Story.Step step, Template template) {
    Optional<Door.Sent> files =
        step.files()
            .map(
                names ->
                    new Door.Sent(
                        template.text(step.type().orElse("application/octet-stream")),
                        StoryBook.files(List.of(template.text(names).split(" ")))));
    return files.or(() -> step.body().flatMap(template::fill).map(Door.Sent::json));
  }

  /** Returns whether there was what was waited for. */
  private boolean take(Story.Step step, Template template, String key) {
    String[] call = template.text(step.call()).split(" ", 2);
    String agency = template.text(step.as());
    Optional<Door.Sent> body = body(step, template);
    Optional<String> version = step.edits().map(path -> door.version(agency, template.text(path)));
    JsonNode answer = door.ask(agency, call[0], call[1], key, version, body);
    for (int waited = 0; step.until() && answer.at(step.at()).isMissingNode(); waited++) {
      if (waited == MOST_WAITED_SECONDS) {
        return false;
      }
      Door.pause(1);
      answer = door.ask(agency, call[0], call[1], key, version, body);
    }
    JsonNode id = answer.at(step.at());
    step.keep().ifPresent(name -> told.keep(template.text(name), id.asString()));
    return true;
  }
}
