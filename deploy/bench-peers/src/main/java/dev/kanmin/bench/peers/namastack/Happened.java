package dev.kanmin.bench.peers.namastack;

/**
 * What the library stores and hands back.
 *
 * @param data 1 KiB of text
 */
public record Happened(String subject, String data) {}
