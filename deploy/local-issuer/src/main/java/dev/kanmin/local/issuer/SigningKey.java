package dev.kanmin.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** The key that signs all tokens. It stays in the data folder, readable by its owner alone. */
final class SigningKey {
  private static final int BITS = 2048;

  private SigningKey() {}

  /** The key of that file; a new one, stored there, when there is none yet. */
  static RSAKey in(Path file) {
    try {
      return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : create(file);
    } catch (ParseException e) {
      throw new IllegalStateException(
          "the signing key in " + file + " cannot be read; delete it to get a new one", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write the signing key in " + file, e);
    }
  }

  private static RSAKey create(Path file) throws IOException {
    try {
      var key =
          new RSAKeyGenerator(BITS)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      var folder = Files.createDirectories(file.toAbsolutePath().getParent());
      // temporary files are made readable by their owner alone; moved last, so that no half key is
      // ever found
      var unfinished = Files.createTempFile(folder, "key", ".json");
      Files.writeString(unfinished, key.toJSONString());
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return key;
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make an RSA key", e);
    }
  }
}
