@NullMarked
package dev.kanmin.gateway.limit;

import org.jspecify.annotations.NullMarked;
