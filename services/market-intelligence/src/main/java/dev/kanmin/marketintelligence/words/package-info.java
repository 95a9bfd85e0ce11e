/** Words of cards, in the languages of the site. */
@NullMarked
package dev.kanmin.marketintelligence.words;

import org.jspecify.annotations.NullMarked;
