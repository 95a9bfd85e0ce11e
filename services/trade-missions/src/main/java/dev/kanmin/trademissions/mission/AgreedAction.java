package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.LocalizedText;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a policy dialogue agreed on.
 *
 * @param action what is to be done
 * @param responsible the organisation that does it
 * @param due by when, if that was agreed
 */
public record AgreedAction(
    LocalizedText action, LocalizedText responsible, Optional<LocalDate> due) {}
