/**
 * Sample data: stories that are told through the public API, as agencies would. What is told stands
 * in {@code demo/stories.yaml} and the tables beside it; nothing here knows a service.
 */
@NullMarked
package dev.kanmin.local.demo;

import org.jspecify.annotations.NullMarked;
