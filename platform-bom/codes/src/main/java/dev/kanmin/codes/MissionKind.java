package dev.kanmin.codes;

import java.util.List;

/**
 * A kind of mission, and what applies to missions of this kind.
 *
 * @param participantType who takes part, one of {@link CodeLists#PARTICIPANT_TYPES}
 * @param companiesApply whether companies apply and are selected
 * @param needsCapacity whether the number of places must be stated before it opens
 * @param steps optional steps that this kind has, of {@link CodeLists#MISSION_STEPS}, in order
 * @param documents what is prepared for it, of {@link CodeLists#MISSION_DOCUMENTS}
 */
public record MissionKind(
    String code,
    LocalizedText labels,
    String participantType,
    boolean companiesApply,
    boolean needsCapacity,
    List<String> steps,
    List<String> documents) {

  static MissionKind of(CodeEntry entry) {
    return new MissionKind(
        entry.code(),
        entry.labels(),
        entry.text("participantType").orElseThrow(),
        entry.flag("companiesApply"),
        entry.flag("needsCapacity"),
        entry.texts("steps"),
        entry.texts("documents"));
  }

  public boolean hasStep(String step) {
    return steps.contains(step);
  }
}
