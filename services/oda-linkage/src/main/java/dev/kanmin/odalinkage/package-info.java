/**
 * The service oda-linkage: what development co-operation does in each cell. {@link
 * dev.kanmin.odalinkage.OdaLinkage} is its table of contents.
 */
@NullMarked
package dev.kanmin.odalinkage;

import org.jspecify.annotations.NullMarked;
