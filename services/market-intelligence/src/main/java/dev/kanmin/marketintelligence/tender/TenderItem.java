package dev.kanmin.marketintelligence.tender;

import java.util.Optional;

/**
 * What is bought.
 *
 * @param scheme of the code, as OCDS names it: CPV, UNSPSC, HS …
 * @param code in that scheme
 */
public record TenderItem(
    Optional<String> scheme, Optional<String> code, Optional<String> description) {}
