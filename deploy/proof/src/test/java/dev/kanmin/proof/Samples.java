package dev.kanmin.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/** The sample input that lies beside the services, as the README's tour uses it. */
final class Samples {
  private Samples() {}

  static String iati(String file) {
    return text(Services.ACTIVITIES.module() + "/src/dev/iati/" + file);
  }

  static String mission(String file) {
    return text(Services.MISSIONS.module() + "/src/dev/missions/" + file);
  }

  /** A company's answers to the questionnaire of readiness. */
  static String answers() {
    return text(Services.ADVICE.module() + "/src/dev/readiness/answers.json");
  }

  /** Lines of a text that hold these words, counted from 1. */
  static List<Integer> linesWith(String text, String words) {
    var lines = text.lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .filter(number -> lines.get(number - 1).contains(words))
        .boxed()
        .toList();
  }

  private static String text(String path) {
    try {
      return Files.readString(LocalSystem.root().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException("the sample " + path + " is not there", e);
    }
  }
}
