package dev.kanmin.odalinkage.iati;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a file strictly and stops what no parser bounds by itself: names and tags without end,
 * which a parser must hold in memory as a whole before it can hand them over to be counted.
 */
final class GuardedReader extends Reader {

  private static final int BUFFER_BYTES = 1 << 15;

  /** Characters between which a name, or text without any blank, can run. */
  private static final boolean[] DELIMITERS = new boolean[128];

  static {
    for (char delimiter : " \t\r\n<>=\"'/&;".toCharArray()) {
      DELIMITERS[delimiter] = true;
    }
  }

  private final InputStream input;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private final int longestRun;
  private final int longestTag;
  private boolean ended;
  private @Nullable UnreadableFile failure;
  private int line = 1;
  private int column = 1;
  private int run;
  private int sinceTag;

  private GuardedReader(
      InputStream input, CharsetDecoder decoder, byte[] start, int longestRun, int longestTag) {
    this.input = input;
    this.decoder = decoder;
    this.longestRun = longestRun;
    this.longestTag = longestTag;
    bytes.clear().put(start).flip();
  }

  static GuardedReader open(InputStream input, ReadLimits limits) throws IOException {
    byte[] start = input.readNBytes(Encodings.BYTES_NEEDED);
    Encodings.Found found = Encodings.find(start);
    CharsetDecoder decoder =
        found
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new GuardedReader(
        input,
        decoder,
        Arrays.copyOfRange(start, found.markLength(), start.length),
        Math.max(limits.textCharacters(), limits.attributeCharacters()),
        limits.activityCharacters());
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    CharBuffer characters = CharBuffer.wrap(target, offset, length);
    while (characters.position() == 0) {
      CoderResult result = decoder.decode(bytes, characters, ended);
      if (result.isError()) {
        watch(target, offset, characters.position());
        failure = wrongEncoding(result);
        if (characters.position() == 0) {
          throw failure;
        }
        return characters.position();
      }
      if (characters.position() == 0) {
        if (ended) {
          return -1;
        }
        fill();
      }
    }
    watch(target, offset, characters.position());
    return characters.position();
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private void watch(char[] characters, int offset, int count) throws UnreadableFile {
    for (int i = offset; i < offset + count; i++) {
      char character = characters[i];
      column++;
      sinceTag++;
      if (character >= 128 || !DELIMITERS[character]) {
        if (++run > longestRun) {
          throw tooLarge("A name or a text without any blank is longer than", longestRun);
        }
        continue;
      }
      run = 0;
      if (character == '<') {
        sinceTag = 0;
      } else if (character == '\n') {
        line++;
        column = 1;
      }
    }
    if (sinceTag > longestTag) {
      throw tooLarge("Between two tags there is more than", longestTag);
    }
  }

  private UnreadableFile tooLarge(String what, int most) {
    return new UnreadableFile(
        FaultCode.TOO_LARGE,
        line,
        column,
        what + " the " + most + " characters that are accepted; shorten it.");
  }

  private UnreadableFile wrongEncoding(CoderResult result) {
    if (ended && result.isMalformed() && bytes.remaining() <= result.length()) {
      return new UnreadableFile(
          FaultCode.TRUNCATED,
          line,
          column,
          "The file ends in the middle of a character; send it whole.");
    }
    return new UnreadableFile(
        FaultCode.WRONG_ENCODING,
        line,
        column,
        "The byte %02X is not %s; write the file in UTF-8, or declare the encoding that it is in."
            .formatted(bytes.get(bytes.position()) & 0xFF, decoder.charset().name()));
  }

  @Override
  public void close() {
    // The stream belongs to the caller.
  }
}
