@NullMarked
package dev.kanmin.testkit;

import org.jspecify.annotations.NullMarked;
