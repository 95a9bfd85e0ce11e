/**
 * The token issuer of the local run, in place of the agencies' identity providers: documented demo
 * clients and users, loopback only.
 */
@NullMarked
package dev.kanmin.local.issuer;

import org.jspecify.annotations.NullMarked;
