/**
 * The list of services ({@code services.yaml}) and the names that follow from it. Read by what
 * looks after all services: launcher, gateway, issuer, benchmarks, proof. A service itself knows
 * only its own name and those that it follows.
 */
@NullMarked
package dev.kanmin.codes.services;

import org.jspecify.annotations.NullMarked;
