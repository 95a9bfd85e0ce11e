/**
 * Cards one by one: lists of them, what is to be done about them, what came of what, and all of
 * them as data.
 *
 * <p>Start reading at {@code CardsController}.
 */
@NullMarked
package dev.kanmin.gateway.card;

import org.jspecify.annotations.NullMarked;
