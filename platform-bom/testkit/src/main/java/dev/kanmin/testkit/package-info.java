/**
 * What the tests of all modules share: real Kafka and stores, tokens, a service started in process,
 * golden event files and the architecture rules of the house.
 */
@NullMarked
package dev.kanmin.testkit;

import org.jspecify.annotations.NullMarked;
