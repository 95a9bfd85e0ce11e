package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import org.junit.jupiter.api.Test;

class ActivityStateTest {
  @Test
  void the_states_are_those_of_the_code_list() {
    assertThat(ActivityState.values())
        .extracting(ActivityState::code)
        .containsExactlyElementsOf(
            CodeLists.list(CodeLists.ACTIVITY_STATES).entries().stream()
                .map(CodeEntry::code)
                .toList());
    assertThat(ActivityState.of("not-reported")).isEqualTo(ActivityState.NOT_REPORTED);
  }

  @Test
  void a_report_can_have_all_but_one() {
    assertThat(ActivityState.reportable())
        .hasSize(ActivityState.values().length - 1)
        .doesNotContain("not-reported");
  }
}
