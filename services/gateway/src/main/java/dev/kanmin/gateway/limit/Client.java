package dev.kanmin.gateway.limit;

/**
 * Who is charged.
 *
 * @param key of the client within its quota
 * @param name as the log may know it: never a person's
 */
record Client(Quota quota, String key, String name) {}
