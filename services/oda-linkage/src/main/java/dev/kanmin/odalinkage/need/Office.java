package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The office (担当課・在外事務所) that looks after a need.
 *
 * @param code short code that the owning agency gives it, such as {@code jica-hanoi}
 * @param name as people know it
 */
@Schema(name = "NeedOffice")
public record Office(String code, LocalizedText name) {}
