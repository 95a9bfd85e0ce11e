/**
 * The matcher at work: what it is asked over HTTP, what it proposes by itself, and how proposals
 * are made of needs, activities, tenders and offers.
 */
@NullMarked
package dev.kanmin.odalinkage.matching;

import org.jspecify.annotations.NullMarked;
