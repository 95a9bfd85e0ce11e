package dev.kanmin.controltower.logic;

import static dev.kanmin.controltower.logic.LogicModelStories.imported;
import static dev.kanmin.controltower.logic.LogicModelStories.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.controltower.logic.LogicModel.Form;
import dev.kanmin.controltower.logic.LogicModel.LogicModelState;
import org.junit.jupiter.api.Test;

class LogicModelTest {
  @Test
  void the_same_rows_again_change_nothing() {
    imported().when(take(Form.LINKS, "links.csv")).thenNothing();
  }

  @Test
  void a_model_is_complete_with_both_forms() {
    assertThat(imported().state().state()).isEqualTo(LogicModelState.INCOMPLETE);
    assertThat(imported().given(take(Form.TARGETS, "targets.csv")).state().state())
        .isEqualTo(LogicModelState.COMPLETE);
  }
}
