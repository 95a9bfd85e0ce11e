@NullMarked
package dev.kanmin.gateway.feed;

import org.jspecify.annotations.NullMarked;
