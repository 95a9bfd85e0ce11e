/** The pages in a real browser, against the whole running system. */
@NullMarked
package dev.kanmin.proof.browser;

import org.jspecify.annotations.NullMarked;
