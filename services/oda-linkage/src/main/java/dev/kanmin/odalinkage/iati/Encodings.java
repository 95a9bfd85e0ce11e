package dev.kanmin.odalinkage.iati;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out in which encoding a file is written (XML 1.0, appendix F: byte order mark, then
 * declaration, then UTF-8), and tells files that are not XML at all.
 */
final class Encodings {

  /** As many bytes of the beginning as are looked at. */
  static final int BYTES_NEEDED = 1024;

  /**
   * Those in which publishers, Japanese ones too, are known to write. Others only invite confusion.
   */
  private static final Map<String, Charset> READ =
      Map.ofEntries(
          Map.entry("utf-8", StandardCharsets.UTF_8),
          Map.entry("utf8", StandardCharsets.UTF_8),
          Map.entry("us-ascii", StandardCharsets.US_ASCII),
          Map.entry("ascii", StandardCharsets.US_ASCII),
          Map.entry("iso-8859-1", StandardCharsets.ISO_8859_1),
          Map.entry("latin1", StandardCharsets.ISO_8859_1),
          Map.entry("iso-8859-15", Charset.forName("ISO-8859-15")),
          Map.entry("windows-1252", Charset.forName("windows-1252")),
          Map.entry("shift_jis", Charset.forName("Shift_JIS")),
          Map.entry("windows-31j", Charset.forName("windows-31j")),
          Map.entry("euc-jp", Charset.forName("EUC-JP")));

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private Encodings() {}

  /**
   * An encoding and how many bytes at the beginning only tell it.
   *
   * @param markLength length of the byte order mark in bytes
   */
  record Found(Charset charset, int markLength) {}

  static Found find(byte[] start) throws UnreadableFile {
    if (start.length == 0) {
      throw fault(FaultCode.TRUNCATED, "The file is empty; send an IATI activity file.");
    }
    refuseOtherFormats(start);
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      return new Found(agreeing(start, 3, StandardCharsets.UTF_8), 3);
    }
    if (begins(start, 0xFE, 0xFF)) {
      return new Found(agreeing(start, 2, StandardCharsets.UTF_16BE), 2);
    }
    if (begins(start, 0xFF, 0xFE)) {
      return new Found(agreeing(start, 2, StandardCharsets.UTF_16LE), 2);
    }
    if (begins(start, 0x00, '<')) {
      return new Found(agreeing(start, 0, StandardCharsets.UTF_16BE), 0);
    }
    if (begins(start, '<', 0x00)) {
      return new Found(agreeing(start, 0, StandardCharsets.UTF_16LE), 0);
    }
    return new Found(declared(start), 0);
  }

  private static void refuseOtherFormats(byte[] start) throws UnreadableFile {
    if (begins(start, 0x1F, 0x8B)) {
      throw fault(
          FaultCode.NOT_WELL_FORMED,
          "This is a gzip archive, not XML; unpack it, or say so with Content-Encoding.");
    }
    if (begins(start, 'P', 'K', 3, 4)) {
      throw fault(
          FaultCode.NOT_WELL_FORMED,
          "This is a ZIP archive or an Office file, not XML; unpack it, or export XML from it.");
    }
    if (begins(start, '{') || begins(start, '[')) {
      throw fault(FaultCode.NOT_WELL_FORMED, "This looks like JSON; send the file as XML.");
    }
  }

  private static Charset declared(byte[] start) throws UnreadableFile {
    Matcher matcher = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    if (name.startsWith("utf-16")) {
      throw fault(
          FaultCode.WRONG_ENCODING,
          "The file says that it is in "
              + Quoted.of(name)
              + ", but it is not; write it in UTF-8 and say so.");
    }
    Charset charset = READ.get(name);
    if (charset == null) {
      throw fault(
          FaultCode.WRONG_ENCODING,
          "The encoding " + Quoted.of(name) + " is not read; write the file in UTF-8.");
    }
    return charset;
  }

  /** The encoding that the bytes show, if the declaration says nothing else. */
  private static Charset agreeing(byte[] start, int markLength, Charset shown)
      throws UnreadableFile {
    String text = new String(start, markLength, start.length - markLength, shown);
    Matcher matcher = DECLARED.matcher(text);
    if (matcher.find()) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      boolean agrees =
          shown.equals(StandardCharsets.UTF_8)
              ? shown.equals(READ.get(name))
              : name.equals("utf-16") || name.equals(shown.name().toLowerCase(Locale.ROOT));
      if (!agrees) {
        throw fault(
            FaultCode.WRONG_ENCODING,
            "The file says that it is in "
                + Quoted.of(name)
                + ", but its bytes are "
                + shown.name()
                + "; write it in UTF-8 and say so.");
      }
    }
    return shown;
  }

  private static boolean begins(byte[] start, int... bytes) {
    if (start.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((start[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static UnreadableFile fault(FaultCode code, String detail) {
    return new UnreadableFile(code, 1, 1, detail);
  }
}
