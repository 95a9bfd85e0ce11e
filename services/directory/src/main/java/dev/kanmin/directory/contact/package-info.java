/**
 * Contact persons: they live here and nowhere else, outside the events, so that they can be erased.
 * Everything else names a contact role.
 */
@NullMarked
package dev.kanmin.directory.contact;

import org.jspecify.annotations.NullMarked;
