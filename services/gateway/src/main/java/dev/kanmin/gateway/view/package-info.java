/**
 * Views of the picture: built when somebody asks, kept as ready bytes until an event changes what
 * they show.
 *
 * <p>Start reading at {@code CellsController}, then {@code ReadyViews}, {@code CellViews} and
 * {@code MatrixViews}.
 */
@NullMarked
package dev.kanmin.gateway.view;

import org.jspecify.annotations.NullMarked;
