package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityFacts.CodeShare;
import dev.kanmin.odalinkage.activity.FieldMapping.Reason;
import dev.kanmin.odalinkage.activity.FieldMapping.State;
import dev.kanmin.odalinkage.iati.IatiActivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What officers decide about fields, and how it survives newer reports. */
final class FieldDecisions {
  private static final Comparator<FieldMapping> ORDER =
      Comparator.comparingInt(mapping -> Fields.all().indexOf(mapping.field()));

  private FieldDecisions() {}

  /** Mappings after a confirmation, and what it changed. */
  record Confirmation(List<FieldMapping> mappings, List<Field> changed) {}

  /**
   * Fields of an activity with a new report: what officers overrode stays as it is, what they
   * confirmed stays, the rest is found again.
   */
  static List<FieldMapping> afterReport(
      IatiActivity reported, List<CodeShare> sectors, Activity activity) {
    List<FieldMapping> before = activity.facts().map(ActivityFacts::fields).orElse(List.of());
    if (activity.fieldsOverridden()) {
      return before.stream().map(mapping -> withPercentage(mapping, sectors)).toList();
    }
    List<FieldMapping> kept =
        before.stream()
            .filter(mapping -> mapping.state() == State.CONFIRMED)
            .map(mapping -> withPercentage(mapping, sectors))
            .toList();
    Set<Field> confirmed = kept.stream().map(FieldMapping::field).collect(Collectors.toSet());
    List<FieldMapping> all = new ArrayList<>(kept);
    FieldMapper.map(reported, sectors).stream()
        .filter(mapping -> !confirmed.contains(mapping.field()))
        .filter(mapping -> confirmed.isEmpty() || !mapping.field().equals(Field.CROSS_FIELD))
        .forEach(all::add);
    return all.stream().sorted(ORDER).toList();
  }

  /**
   * Confirms these fields, or all if none is named; empty when all of them are confirmed already.
   *
   * @throws dev.kanmin.events.aggregates.Refusal if one of them was not found
   */
  static Optional<Confirmation> confirmed(List<FieldMapping> mappings, List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (mappings.stream().noneMatch(mapping -> mapping.field().equals(field))) {
        throw ActivityRules.FIELD_NOT_FOUND.refuse(
            field + " was not found for this activity. Override its fields to add it.",
            "/fields/" + i);
      }
    }
    List<Field> changed =
        mappings.stream()
            .filter(mapping -> mapping.state() == State.AUTOMATIC)
            .map(FieldMapping::field)
            .filter(field -> fields.isEmpty() || fields.contains(field))
            .toList();
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    List<FieldMapping> after =
        mappings.stream()
            .map(
                mapping ->
                    changed.contains(mapping.field())
                        ? new FieldMapping(
                            mapping.field(),
                            State.CONFIRMED,
                            mapping.percentage(),
                            mapping.reasons())
                        : mapping)
            .toList();
    return Optional.of(new Confirmation(after, changed));
  }

  /**
   * The fields an officer decided on.
   *
   * @throws dev.kanmin.events.aggregates.Refusal if fields and reason do not go together
   */
  static List<FieldMapping> overridden(OverrideFields command, List<CodeShare> sectors) {
    boolean noneFits = command.reason() == OverrideReason.NO_FIELD_FITS;
    if (noneFits != command.fields().isEmpty()) {
      throw ActivityRules.FIELDS_CONTRADICT_REASON.refuse(
          noneFits
              ? "The reason no-field-fits goes with an empty list of fields."
              : "An empty list of fields goes with the reason no-field-fits.",
          "/fields");
    }
    if (command.reason() == OverrideReason.OTHER && command.remark().isEmpty()) {
      throw ActivityRules.REMARK_REQUIRED.refuse(
          "Say in the remark what the reason is.", "/remark");
    }
    List<Reason> reasons = List.of(new Reason(command.reason().asReason(), Optional.empty()));
    return command.fields().stream()
        .distinct()
        .map(
            field ->
                new FieldMapping(
                    field, State.OVERRIDDEN, FieldMapper.percentage(field, sectors), reasons))
        .sorted(ORDER)
        .toList();
  }

  private static FieldMapping withPercentage(FieldMapping mapping, List<CodeShare> sectors) {
    return new FieldMapping(
        mapping.field(),
        mapping.state(),
        FieldMapper.percentage(mapping.field(), sectors),
        mapping.reasons());
  }
}
