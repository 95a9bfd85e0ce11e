/** Tables that people keep in Excel: read from CSV and Excel files, and written as them. */
@NullMarked
package dev.kanmin.sheets;

import org.jspecify.annotations.NullMarked;
