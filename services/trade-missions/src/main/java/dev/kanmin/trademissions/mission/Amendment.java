package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.LocalizedText;
import java.util.List;
import java.util.Optional;

/**
 * A correction of what was announced.
 *
 * @param changed what of the mission is other than before
 * @param reason for those who applied
 */
public record Amendment(
    @JsonSetter(nulls = AS_EMPTY) List<MissionPart> changed, Optional<LocalizedText> reason) {}
