@NullMarked
package dev.kanmin.local.demo;

import org.jspecify.annotations.NullMarked;
