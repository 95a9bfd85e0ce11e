/** What everybody may know of how the system does: for people and for programs, without secrets. */
@NullMarked
package dev.kanmin.gateway.status;

import org.jspecify.annotations.NullMarked;
