/**
 * The HTTP conventions that every service shares: problem details, strict input, keyset pages,
 * entity tags, idempotency keys, and who may call what.
 */
@NullMarked
package dev.kanmin.web;

import org.jspecify.annotations.NullMarked;
