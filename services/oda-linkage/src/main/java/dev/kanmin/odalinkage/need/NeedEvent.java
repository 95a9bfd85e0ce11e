package dev.kanmin.odalinkage.need;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.List;
import java.util.Optional;

/**
 * All that can happen to a need. Each says where it stands and which cells it is in; the rest of
 * what everybody may see is on the card. Description, source and remarks stay with this service.
 */
public sealed interface NeedEvent {
  /** The state it is in now. */
  NeedState state();

  @EventType("need-registered")
  record NeedRegistered(
      NeedState state,
      CountryCode country,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      @NotPublished Optional<AgencyCode> owner,
      @NotPublished Optional<NeedPlan> plan)
      implements NeedEvent {}

  @EventType("need-revised")
  record NeedRevised(
      NeedState state,
      CountryCode country,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      @NotPublished Optional<NeedPlan> plan)
      implements NeedEvent {}

  @EventType("need-verified")
  record NeedVerified(
      NeedState state,
      CountryCode country,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      @NotPublished Optional<LocalizedText> remark)
      implements NeedEvent {}

  /**
   * A linkage to it was agreed, the first one or another one.
   *
   * @param linkage id of the linkage, {@code lnk_…}
   */
  @EventType("need-matched")
  record NeedMatched(
      NeedState state,
      CountryCode country,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      String linkage)
      implements NeedEvent {}

  /**
   * An agreed linkage fell through; without any other the need stands where it stood before.
   *
   * @param linkage id of the linkage
   */
  @EventType("need-unmatched")
  record NeedUnmatched(
      NeedState state,
      CountryCode country,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      String linkage)
      implements NeedEvent {}

  /**
   * It is met.
   *
   * @param linkage that met it; absent when the owner says so
   */
  @EventType("need-met")
  record NeedMet(
      NeedState state,
      CountryCode country,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      Optional<String> linkage)
      implements NeedEvent {}

  @EventType("need-lapsed")
  record NeedLapsed(
      NeedState state,
      CountryCode country,
      @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
      LapseReason reason,
      @NotPublished Optional<LocalizedText> remark)
      implements NeedEvent {}

  @EventType("need-reopened")
  record NeedReopened(
      NeedState state, CountryCode country, @JsonSetter(nulls = AS_EMPTY) List<Field> fields)
      implements NeedEvent {}
}
