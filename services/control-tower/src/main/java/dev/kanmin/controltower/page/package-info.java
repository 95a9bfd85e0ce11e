/** What the pages of this service have in common. */
@NullMarked
package dev.kanmin.controltower.page;

import org.jspecify.annotations.NullMarked;
