package dev.kanmin.odalinkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files that are broken or mean harm, sent over HTTP. */
class HostileImportTest {
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = SharedService.on(Stores.preferred());
  }

  @Test
  void what_is_no_xml_is_refused_with_its_line() {
    Answer answer = unreadable("{\"this\": \"is JSON\"}");
    assertThat(answer.at("/errors/0/line").asInt()).isEqualTo(1);
    unreadable("");
  }

  @Test
  void an_older_version_is_refused_with_its_number() {
    Answer answer = unreadable("<iati-activities version='1.05'></iati-activities>");
    assertThat(answer.text("/errors/0/code")).isEqualTo("version-not-supported");
    assertThat(answer.text("/detail")).contains("1.05", "2.03");
  }

  @Test
  void external_entities_are_never_looked_at() {
    Answer answer =
        unreadable(
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><iati-activities"
                + " version='2.03'>&e;</iati-activities>");
    assertThat(answer.text("/errors/0/code")).isEqualTo("doctype-not-allowed");
  }

  @Test
  void a_bomb_of_entities_is_refused_at_once() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a0 'x'>"
            + IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY a" + i + " '&a" + (i - 1) + ";&a" + (i - 1) + ";'>")
                .reduce("", String::concat)
            + "]><iati-activities version='2.03'>&a29;</iati-activities>";
    assertThat(unreadable(bomb).text("/errors/0/code")).isEqualTo("doctype-not-allowed");
  }

  @Test
  void bytes_that_do_not_fit_the_declared_encoding_are_refused() {
    byte[] file =
        Files203.file(Files203.activity("XM-SAMPLE-ENC", "XM-SAMPLE-ENC-1", "内視鏡"))
            .getBytes(Charset.forName("Shift_JIS"));
    Imports.by(service.as("jica"), file).isProblem(422, "unreadable-file");
  }

  @Test
  void other_formats_and_encodings_are_refused_before_they_are_read() throws IOException {
    ApiClient jica = service.as("jica");
    jica.post("/v1/activities/import", "{}").isProblem(415, "unsupported-media-type");
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(Files203.HEAD.getBytes(StandardCharsets.UTF_8));
    }
    Imports.by(jica.with("Content-Encoding", "gzip"), zipped.toByteArray())
        .isProblem(415, "unsupported-media-type");
  }

  @Test
  void importing_needs_a_token_with_the_scope() {
    Imports.by(service.as("jica", "activities:read"), Files203.HEAD).is(403);
    Imports.by(ApiClient.withToken(service.url(), "nonsense"), Files203.HEAD).is(401);
  }

  @Test
  void a_file_of_two_hundred_megabytes_streams_through() {
    String publisher = "XM-SAMPLE-BIG";
    String filler = "<!-- " + "filler ".repeat(150_000) + " -->\n";
    Iterator<String> parts =
        Stream.of(
                Stream.of(Files203.HEAD),
                IntStream.range(0, 100)
                    .mapToObj(
                        i ->
                            filler
                                + filler
                                + Files203.activity(publisher, publisher + "-" + i, "Big " + i)),
                Stream.of(Files203.TAIL))
            .flatMap(each -> each)
            .iterator();

    Answer answer = Imports.stream(service.as("jetro"), () -> streamOf(parts)).is(200);

    assertThat(answer.at("/accepted").asInt()).isEqualTo(100);
  }

  @Test
  void a_client_that_goes_away_frees_its_place() throws IOException {
    URI address = URI.create(service.url());
    for (int i = 0; i < 6; i++) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /v1/activities/import HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + service.token("jetro", "activities:write")
                    + "\r\nContent-Type: application/xml\r\nContent-Length: 1000000\r\n\r\n"
                    + Files203.HEAD)
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
    Await.untilAsserted(
        Duration.ofSeconds(20),
        () ->
            Imports.by(
                    service.as("jetro"),
                    Files203.file(
                        Files203.activity("XM-SAMPLE-AWAY", "XM-SAMPLE-AWAY-1", "Still here")))
                .is(200));
  }

  @Test
  void more_files_at_once_than_there_are_places_are_told_to_come_back() throws IOException {
    URI address = URI.create(service.url());
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        Socket socket = new Socket(address.getHost(), address.getPort());
        held.add(socket);
        socket
            .getOutputStream()
            .write(
                ("POST /v1/activities/import HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + service.token("jetro", "activities:write")
                        + "\r\nContent-Type: application/xml\r\nContent-Length: 1000000\r\n\r\n"
                        + Files203.HEAD)
                    .getBytes(StandardCharsets.UTF_8));
      }
      Await.untilAsserted(
          Duration.ofSeconds(20),
          () -> {
            Answer answer = Imports.by(service.as("jetro"), Files203.HEAD + Files203.TAIL);
            answer.isProblem(503, "imports-busy");
            assertThat(answer.header("Retry-After")).isNotEmpty();
          });
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  private static Answer unreadable(String file) {
    return Imports.by(service.as("jica"), file).isProblem(422, "unreadable-file");
  }

  private static InputStream streamOf(Iterator<String> parts) {
    Enumeration<InputStream> streams =
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return parts.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return new ByteArrayInputStream(parts.next().getBytes(StandardCharsets.UTF_8));
          }
        };
    return new SequenceInputStream(streams);
  }
}
