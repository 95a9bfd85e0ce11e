/** Copies of the ODA activities that oda-linkage publishes, by cell. */
@NullMarked
package dev.kanmin.trademissions.activity;

import org.jspecify.annotations.NullMarked;
