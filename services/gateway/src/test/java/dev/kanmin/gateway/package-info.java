@NullMarked
package dev.kanmin.gateway;

import org.jspecify.annotations.NullMarked;
