@NullMarked
package dev.kanmin.gateway.page;

import org.jspecify.annotations.NullMarked;
