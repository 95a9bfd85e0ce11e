/**
 * Watches: saved searches that tell by mail what is new. Nothing of them is public: neither who
 * watches nor what is looked for.
 */
@NullMarked
package dev.kanmin.marketintelligence.watch;

import org.jspecify.annotations.NullMarked;
