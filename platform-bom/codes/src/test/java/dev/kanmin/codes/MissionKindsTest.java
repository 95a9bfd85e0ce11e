package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MissionKindsTest {
  @Test
  void a_dialogue_has_an_agenda_and_agreed_actions_and_no_companies() {
    var dialogue = MissionKinds.require("policy-dialogue");

    assertThat(dialogue.steps()).containsExactly("agenda", "agreed-actions");
    assertThat(dialogue.companiesApply()).isFalse();
    assertThat(dialogue.needsCapacity()).isFalse();
  }

  @Test
  void a_vip_visit_has_invitees_and_an_exhibition_booths() {
    assertThat(MissionKinds.require("vip-invitation").hasStep("invitees")).isTrue();
    assertThat(MissionKinds.require("vip-invitation").hasStep("applications")).isFalse();
    assertThat(MissionKinds.require("pavilion").hasStep("booths")).isTrue();
  }

  @Test
  void where_companies_apply_there_are_applications_selection_and_a_capacity() {
    assertThat(MissionKinds.all())
        .allSatisfy(
            kind -> {
              assertThat(kind.hasStep("applications")).isEqualTo(kind.companiesApply());
              assertThat(kind.hasStep("selection")).isEqualTo(kind.companiesApply());
              assertThat(kind.needsCapacity()).isEqualTo(kind.companiesApply());
            });
  }

  @Test
  void steps_documents_and_participants_are_codes_of_their_lists() {
    assertThat(MissionKinds.all())
        .allSatisfy(
            kind -> {
              assertThat(kind.steps())
                  .isNotEmpty()
                  .allMatch(CodeLists.list(CodeLists.MISSION_STEPS)::has);
              assertThat(kind.documents())
                  .isNotEmpty()
                  .allMatch(CodeLists.list(CodeLists.MISSION_DOCUMENTS)::has);
              assertThat(CodeLists.list(CodeLists.PARTICIPANT_TYPES).has(kind.participantType()))
                  .isTrue();
            });
  }

  @Test
  void an_unknown_kind_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MissionKinds.require("party"))
        .withMessageStartingWith("'party' is not in the code list mission-kinds");
  }
}
