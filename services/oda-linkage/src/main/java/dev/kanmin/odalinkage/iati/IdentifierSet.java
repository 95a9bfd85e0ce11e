package dev.kanmin.odalinkage.iati;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The identifiers seen in a file, in 16 bytes each: 64 bits of their SHA-256. That two of a million
 * different ones agree has a chance of 1 in 36 million.
 */
public final class IdentifierSet {

  private final MessageDigest digest = sha256();
  private long[] slots = new long[1024];
  private int size;

  /** Adds an identifier; false when it was there. */
  public boolean add(String identifier) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    boolean added = insert(slots, fingerprint(identifier));
    size += added ? 1 : 0;
    return added;
  }

  /** Whether an identifier was added. */
  public boolean contains(String identifier) {
    long fingerprint = fingerprint(identifier);
    int mask = slots.length - 1;
    int index = (int) fingerprint & mask;
    while (slots[index] != 0) {
      if (slots[index] == fingerprint) {
        return true;
      }
      index = (index + 1) & mask;
    }
    return false;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long fingerprint : slots) {
      if (fingerprint != 0) {
        insert(larger, fingerprint);
      }
    }
    slots = larger;
  }

  private static boolean insert(long[] slots, long fingerprint) {
    int mask = slots.length - 1;
    int index = (int) fingerprint & mask;
    while (slots[index] != 0) {
      if (slots[index] == fingerprint) {
        return false;
      }
      index = (index + 1) & mask;
    }
    slots[index] = fingerprint;
    return true;
  }

  /** Never 0, which marks an empty slot. */
  private long fingerprint(String identifier) {
    byte[] hash = digest.digest(identifier.getBytes(StandardCharsets.UTF_8));
    long bits = ByteBuffer.wrap(hash).getLong();
    return bits == 0 ? 1 : bits;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
