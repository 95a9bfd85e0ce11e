package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a list comes from.
 *
 * @param text who says so; "Kanmin" for the project's own terms
 * @param url where it can be read
 * @param retrieved when it was read there
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"text", "url", "retrieved"})
public record CodeSource(String text, Optional<URI> url, Optional<LocalDate> retrieved) {}
