/**
 * The pages for people: the matrix as a heat map and the cell behind each square, in Japanese and
 * English, rendered here from the picture in memory and kept live.
 *
 * <p>Start reading at {@link dev.kanmin.gateway.page.PageRoutes}. What a page knows is in {@code
 * PageFacts}, how it is put into words in {@code HeatMap} and {@code CellSheet}, who may see it in
 * {@code PageSecurity}.
 */
@NullMarked
package dev.kanmin.gateway.page;

import org.jspecify.annotations.NullMarked;
