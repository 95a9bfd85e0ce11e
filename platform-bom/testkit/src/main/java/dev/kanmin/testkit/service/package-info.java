/**
 * A service under test: running on real HTTP, Kafka and a store, asked as its callers ask it, with
 * the suites that every service has to pass.
 */
@NullMarked
package dev.kanmin.testkit.service;

import org.jspecify.annotations.NullMarked;
