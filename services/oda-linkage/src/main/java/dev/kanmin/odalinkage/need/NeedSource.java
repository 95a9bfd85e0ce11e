package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.LocalizedText;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a need was learned. It stays with this service.
 *
 * @param kind a code of the list {@code need-sources}
 * @param text which survey, request or document, at most 1,000 characters
 * @param url where it can be read, HTTP or HTTPS
 * @param on when it was learned
 */
public record NeedSource(
    String kind, Optional<LocalizedText> text, Optional<URI> url, Optional<LocalDate> on) {}
