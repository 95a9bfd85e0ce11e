package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The office (担当課・在外事務所) that handles a case.
 *
 * @param code short code that its agency gives it, such as {@code jetro-hanoi}
 * @param name as people know it
 */
@Schema(name = "CaseOffice")
public record Office(String code, LocalizedText name) {}
