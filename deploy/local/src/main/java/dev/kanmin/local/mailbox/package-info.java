/**
 * The mailbox of the local run: takes every mail that is sent, passes none on, and shows them on a
 * page.
 */
@NullMarked
package dev.kanmin.local.mailbox;

import org.jspecify.annotations.NullMarked;
