/**
 * What is to be done about subjects, and what is missing in cells: rules as data over cards and
 * their links. The rules themselves are in {@code to-do-rules.json}, their words in the code list
 * {@code to-do-rules}.
 *
 * <p>Start reading at {@link dev.kanmin.gateway.rule.Rule}.
 */
@NullMarked
package dev.kanmin.gateway.rule;

import org.jspecify.annotations.NullMarked;
