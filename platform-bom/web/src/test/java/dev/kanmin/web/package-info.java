@NullMarked
package dev.kanmin.web;

import org.jspecify.annotations.NullMarked;
