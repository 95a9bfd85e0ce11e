/** What the directory tells of companies, as far as advice needs it. */
@NullMarked
package dev.kanmin.smeadvice.companies;

import org.jspecify.annotations.NullMarked;
