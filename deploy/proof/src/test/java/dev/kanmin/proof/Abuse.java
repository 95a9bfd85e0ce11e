package dev.kanmin.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What one client does to all others, if it is let. */
enum Abuse {
  DOCUMENTS("200 anonymous /openapi.yaml a second") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      abuser.flood(200, List.of(Wire.get("/openapi.yaml")));
    }
  },
  LISTS("500 activity lists a second with a reader's token") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      abuser.flood(500, List.of(Wire.get("/v1/activities", token(system, "analyst"))));
    }
  },
  ODD_REQUESTS("200 odd requests a second of the kinds that once opened the circuit") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      var token = token(system, "analyst");
      abuser.flood(
          200,
          List.of(
              Wire.request("OPTIONS", "/v1/activities", token),
              Wire.get("/v1/activities", token, "Accept-Charset: utf-16"),
              Wire.get("/v1/activities", token, "If-None-Match: \""),
              Wire.get("/v1/missions?from=-999999999-01-01", token),
              Wire.get("/v1/activities/none?x=[", token),
              Wire.get("/?x=[", token),
              Wire.get(
                  "/v1/missions",
                  token,
                  "Upgrade: websocket",
                  "Connection: Upgrade",
                  "Sec-WebSocket-Version: 13",
                  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")));
    }
  },
  SLOW_UPLOADS("2 uploads of 10 bytes a second, and a third client that retries") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      for (var agency : List.of("jica", "amed")) {
        abuser.trickle(Wire.beginningOfPost(IMPORT, XML, 1_000_000, token(system, agency)), 100);
      }
      var small = new ActivityFile("XM-SAMPLE-RETRY", 1, 1).xml();
      abuser.flood(20, List.of(Wire.post(IMPORT, XML, small, token(system, "mhlw"))));
    }
  },
  UNREAD_STREAMS("3,000 feed streams that nobody reads") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      abuser.ignore(3_000, 1_000, Wire.get("/v1/feed/stream", token(system, "analyst")));
    }
  },
  STREAMS_FROM_THE_BEGINNING("1,200 feed streams from the beginning, not read") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      abuser.ignore(1_200, 1_000, Wire.get("/v1/feed/stream?after=0", token(system, "analyst")));
    }
  },
  UNREAD_CELLS("1,000 times /v1/cells, not read") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      abuser.ignore(1_000, 500, Wire.get("/v1/cells", token(system, "analyst")));
    }
  },
  PIPELINES("200 connections with 50 requests for pages each, not read") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      var page = new String(Wire.get("/docs/problems"), StandardCharsets.ISO_8859_1);
      abuser.ignore(200, 100, page.repeat(50).getBytes(StandardCharsets.ISO_8859_1));
    }
  },
  NO_SESSIONS("10,100 anonymous visits of the first page") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      abuser.flood(1_500, List.of(Wire.get("/", "Accept: text/html")));
    }
  },
  COMMENTS("files with 20 MB of comment, then of CDATA") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      var token = token(system, "jica");
      abuser.repeat(upload("<!--", "-->", token), upload("<x><![CDATA[", "]]></x>", token));
    }
  },
  FORGED_TOKENS("300 forged and broken tokens a second") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      var good = system.api().token("jica");
      var body = good.lastIndexOf('.') + 1;
      var forged = good.substring(0, body) + "A".repeat(good.length() - body);
      abuser.flood(
          300,
          Stream.of(forged, "please", good.substring(0, body), "e30.e30.e30", "x".repeat(4_000))
              .map(token -> Wire.get("/v1/missions", "Authorization: Bearer " + token))
              .toList());
    }
  },
  DEAF("1,000 cells a second, whatever 429 says") {
    @Override
    void begin(Abuser abuser, LocalSystem system) {
      abuser.flood(1_000, List.of(Wire.get("/v1/cells/VN/endoscopy", token(system, "analyst"))));
    }
  };

  private static final String IMPORT = "/v1/activities/import";
  private static final String XML = "application/xml";
  private static final int LARGE = 20 * 1024 * 1024;

  private final String description;

  Abuse(String description) {
    this.description = description;
  }

  abstract void begin(Abuser abuser, LocalSystem system);

  String description() {
    return description;
  }

  /** Of its own, so that none has used up what another needs. */
  String address() {
    return "127.0.66." + (ordinal() + 1);
  }

  private static String token(LocalSystem system, String client) {
    return "Authorization: Bearer " + system.api().token(client);
  }

  private static byte[] upload(String before, String after, String token) {
    var start = "<?xml version=\"1.0\"?><iati-activities version=\"2.03\">" + before;
    var end = after + "</iati-activities>";
    var head =
        Wire.beginningOfPost(IMPORT, XML, (long) start.length() + LARGE + end.length(), token);
    var all = new byte[head.length + start.length() + LARGE + end.length()];
    Arrays.fill(all, (byte) 'x');
    System.arraycopy(head, 0, all, 0, head.length);
    put(start, all, head.length);
    put(end, all, all.length - end.length());
    return all;
  }

  private static void put(String text, byte[] all, int at) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, all, at, bytes.length);
  }
}
