@NullMarked
package dev.kanmin.gateway.card;

import org.jspecify.annotations.NullMarked;
