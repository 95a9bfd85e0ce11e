package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * Who has the need (現地機関). At least one of the two is given.
 *
 * @param id in the directory, {@code cpt_…}
 * @param name of the organisation, at most 200 characters; never that of a person
 */
@Schema(name = "NeedCounterpart")
public record Counterpart(Optional<String> id, Optional<LocalizedText> name) {}
