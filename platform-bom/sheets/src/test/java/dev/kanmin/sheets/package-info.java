@NullMarked
package dev.kanmin.sheets;

import org.jspecify.annotations.NullMarked;
