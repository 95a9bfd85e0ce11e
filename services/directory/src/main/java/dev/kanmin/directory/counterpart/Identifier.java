package dev.kanmin.directory.counterpart;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What others know a counterpart by.
 *
 * @param scheme who gives it out, a code of org-id.guide where there is one, in lower case: {@code
 *     vn-gdt}
 */
@Schema(name = "CounterpartIdentifier")
public record Identifier(String scheme, String id) {}
