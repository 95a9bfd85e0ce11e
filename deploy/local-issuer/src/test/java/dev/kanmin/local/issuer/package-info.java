@NullMarked
package dev.kanmin.local.issuer;

import org.jspecify.annotations.NullMarked;
