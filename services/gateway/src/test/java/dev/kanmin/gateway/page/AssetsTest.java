package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class AssetsTest {
  /** Of dist/tokens.css in @digital-go-jp/design-tokens 1.1.9 (MIT). */
  private static final String CHECKSUM =
      "ec3fb5b1e881d1bdf076feff29fe15a32269353c7a9cef40194f1eff0c3d7a90";

  @Test
  void the_tokens_are_what_their_package_has() throws Exception {
    byte[] content = content(Assets.TOKENS);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
        .isEqualTo(CHECKSUM);
    assertThat(new String(content("design-tokens-1.1.9/LICENSE"), "UTF-8")).contains("MIT License");
  }

  @Test
  void every_token_that_the_sheet_uses_is_one() throws Exception {
    String tokens = new String(content(Assets.TOKENS), "UTF-8");
    String sheet = new String(content("kanmin.css"), "UTF-8");
    assertThat(
            Pattern.compile("var\\((--(?:color|font|line|border)-[a-z0-9-]+)\\)")
                .matcher(sheet)
                .results()
                .map(used -> used.group(1)))
        .isNotEmpty()
        .allSatisfy(used -> assertThat(tokens).contains("  " + used + ": "));
  }

  private static byte[] content(String file) throws Exception {
    return new ClassPathResource(Assets.FOLDER + file).getContentAsByteArray();
  }
}
