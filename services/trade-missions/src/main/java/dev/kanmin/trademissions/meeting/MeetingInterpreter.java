package dev.kanmin.trademissions.meeting;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Language;
import java.util.List;
import java.util.Optional;

/**
 * An interpreter. Named by a code: who it is stays with the agency that engages them.
 *
 * @param code unique in the plan
 * @param label for the officers of the plan's agencies
 * @param languages between any two of which it interprets
 * @param away when it cannot come
 */
public record MeetingInterpreter(
    String code,
    Optional<String> label,
    @JsonSetter(nulls = AS_EMPTY) List<Language> languages,
    @JsonSetter(nulls = AS_EMPTY) List<Away> away) {}
