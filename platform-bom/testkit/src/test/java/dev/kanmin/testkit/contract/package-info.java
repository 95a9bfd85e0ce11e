@NullMarked
package dev.kanmin.testkit.contract;

import org.jspecify.annotations.NullMarked;
