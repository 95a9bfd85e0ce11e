/** Logic models: how activities of a programme are to lead to outcomes. */
@NullMarked
package dev.kanmin.controltower.logic;

import org.jspecify.annotations.NullMarked;
