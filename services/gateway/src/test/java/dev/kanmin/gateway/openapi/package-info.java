@NullMarked
package dev.kanmin.gateway.openapi;

import org.jspecify.annotations.NullMarked;
