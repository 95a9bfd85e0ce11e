/** What a service promises others: its events as JSON Schemas and as one AsyncAPI document. */
@NullMarked
package dev.kanmin.testkit.contract;

import org.jspecify.annotations.NullMarked;
