package dev.kanmin.trademissions.meeting;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A company or a counterpart that takes part.
 *
 * @param id of the directory, {@code cmp_…} or {@code cpt_…}
 * @param label what it is called on timetables; never a person
 * @param people how many come to a meeting; 2 unless said
 * @param languages that it speaks, at least one
 * @param away when it cannot come
 */
public record MeetingParty(
    String id,
    Optional<String> label,
    Optional<Integer> people,
    @JsonSetter(nulls = AS_EMPTY) List<Language> languages,
    @JsonSetter(nulls = AS_EMPTY) List<Away> away) {
  private static final int USUAL = 2;

  int comes() {
    return people.orElse(USUAL);
  }

  String name() {
    return label.orElse(id);
  }

  MeetingParty awayToo(Away more) {
    return new MeetingParty(
        id, label, people, languages, Stream.concat(away.stream(), Stream.of(more)).toList());
  }
}
