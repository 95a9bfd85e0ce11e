/**
 * Forms and facts made from the description of the API: one mechanism for every command and every
 * record of every service, which names none of them.
 *
 * <p>Start reading at {@link dev.kanmin.gateway.form.Api}.
 */
@NullMarked
package dev.kanmin.gateway.form;

import org.jspecify.annotations.NullMarked;
