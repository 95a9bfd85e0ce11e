@NullMarked
package dev.kanmin.gateway.search;

import org.jspecify.annotations.NullMarked;
