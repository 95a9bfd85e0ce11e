package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiJavadocTest {
  @Test
  void html_becomes_common_mark() {
    assertThat(
            ApiJavadoc.text(
                "One list, see {@link CodeLists CodeLists}:\n <code>{&quot;a&quot;: 1}</code> &amp;\n more."
                    + "\n\n <p>Second  paragraph\n <code> b</code>.</p>"))
        .isEqualTo("One list, see CodeLists: `{\"a\": 1}` & more.\n\nSecond paragraph `b`.");
    assertThat(ApiJavadoc.text(null)).isEmpty();
  }

  @Test
  void what_was_written_of_a_record_is_kept_with_its_components() {
    ApiJavadoc javadoc = new ApiJavadoc();
    assertThat(javadoc.getClassJavadoc(Problem.class)).startsWith("The body of every answer");
    assertThat(javadoc.getRecordClassParamJavadoc(Problem.class))
        .containsEntry("status", "the HTTP status");
    assertThat(javadoc.getClassJavadoc(Problem[].class)).isEmpty();
  }
}
