/** Another outbox library, on PostgreSQL. */
@NullMarked
package dev.kanmin.bench.peers.namastack;

import org.jspecify.annotations.NullMarked;
