package dev.kanmin.local.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A proof key of a browser client (PKCE, RFC 7636). */
record ProofKey(String verifier) {
  private static final SecureRandom RANDOM = new SecureRandom();

  ProofKey() {
    this(random());
  }

  /** The parameters of the authorization request. */
  String challenge() {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return "code_challenge_method=S256&code_challenge="
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
