@NullMarked
package dev.kanmin.gateway.picture;

import org.jspecify.annotations.NullMarked;
