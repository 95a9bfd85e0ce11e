/** The aggregate case: a company's advice for one cell, from opening to close. */
@NullMarked
package dev.kanmin.smeadvice.cases;

import org.jspecify.annotations.NullMarked;
