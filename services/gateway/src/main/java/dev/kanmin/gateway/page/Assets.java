package dev.kanmin.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * Addresses of the pages' own style sheets, script and icon. Each carries a digest of its content,
 * so that browsers may keep it for good and still never show an old one.
 */
record Assets(List<String> sheets, String script, String icon) {
  /** Folder in the class path. */
  static final String FOLDER = "static/assets/";

  /** Path at which the folder is served. */
  static final String PATH = "/assets/";

  /** Colours and sizes of Japan's Digital Agency, as the npm package has them. */
  static final String TOKENS = "design-tokens-1.1.9/tokens.css";

  private static final int DIGITS = 12;

  static Assets fromClassPath() {
    return new Assets(
        List.of(address(TOKENS), address("kanmin.css")), address("kanmin.js"), address("icon.svg"));
  }

  static String address(String file) {
    try {
      var content = new ClassPathResource(FOLDER + file).getContentAsByteArray();
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return PATH + file + "?v=" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
