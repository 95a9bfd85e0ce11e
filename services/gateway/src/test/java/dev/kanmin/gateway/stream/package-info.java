@NullMarked
package dev.kanmin.gateway.stream;

import org.jspecify.annotations.NullMarked;
