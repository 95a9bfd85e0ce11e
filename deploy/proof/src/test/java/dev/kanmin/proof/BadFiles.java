package dev.kanmin.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies that no activity can be imported from. */
final class BadFiles {
  private static final String CLIENT = "jica";
  private static final String GOOD = new ActivityFile("XM-SAMPLE-NEVER-STORED", 1, 1).xml();
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final Api api;

  BadFiles(Api api) {
    this.api = api;
  }

  List<BadRequest> all() {
    return List.of(
        file("IATI 1.05", GOOD.replace("version=\"2.03\"", "version=\"1.05\"")),
        file("a version to come", GOOD.replace("version=\"2.03\"", "version=\"3.01\"")),
        file("no version", GOOD.replace(" version=\"2.03\"", "")),
        file("an external entity", withDoctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;")),
        file(
            "an external document type",
            GOOD.replace(
                DECLARATION,
                DECLARATION + "<!DOCTYPE iati-activities SYSTEM \"http://127.0.0.1:1/x.dtd\">\n")),
        file("an entity bomb", bomb()),
        file("a file that breaks off", GOOD.substring(0, GOOD.indexOf("<description>"))),
        file("a page of HTML", "<!DOCTYPE html>\n<html><body><p>Sign in</body></html>"),
        file("JSON", "{\"iati-activities\": []}"),
        file("nothing at all", " "),
        file("tags that do not close", GOOD.replace("</title>", "</tilte>")),
        file(
            "organisations in place of activities",
            DECLARATION + "<iati-organisations version=\"2.03\"/>"),
        bytes("a file in gzip", gzipped(GOOD)),
        bytes(
            "letters that are no UTF-8",
            GOOD.replace("[Sample] bank", "Châu Á").getBytes(StandardCharsets.ISO_8859_1)),
        bytes("noise", new byte[] {0x1, 0x7f, (byte) 0xff, 0x0, 0x42}),
        new BadRequest(
            "a file in gzip, said so",
            as(
                Request.post("/v1/activities/import")
                    .content("application/xml", gzipped(GOOD))
                    .header("Content-Encoding", "gzip")),
            415),
        new BadRequest(
            "a file said to be JSON", as(Request.post("/v1/activities/import").json(GOOD)), 415),
        new BadRequest(
            "a file said to be nothing", as(Request.post("/v1/activities/import")), 415));
  }

  private BadRequest file(String what, String text) {
    return bytes(what, text.getBytes(StandardCharsets.UTF_8));
  }

  private BadRequest bytes(String what, byte[] content) {
    var request = Request.post("/v1/activities/import").content("application/xml", content);
    return new BadRequest("file: " + what, as(request), 422, "line");
  }

  private Request as(Request request) {
    return api.as(CLIENT, request);
  }

  private static String withDoctype(String declarations, String text) {
    return GOOD.replace(
            DECLARATION, DECLARATION + "<!DOCTYPE iati-activities [" + declarations + "]>\n")
        .replace("[Sample] bank", text);
  }

  /** Ten to the ninth copies of a text. */
  private static String bomb() {
    var declarations = new StringBuilder("<!ENTITY e0 \"lol\">");
    for (int level = 1; level <= 9; level++) {
      declarations
          .append("<!ENTITY e%d \"".formatted(level))
          .append("&e%d;".formatted(level - 1).repeat(10))
          .append("\">");
    }
    return withDoctype(declarations.toString(), "&e9;");
  }

  private static byte[] gzipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
