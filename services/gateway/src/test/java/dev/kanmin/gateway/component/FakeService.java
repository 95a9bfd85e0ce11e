package dev.kanmin.gateway.component;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service behind the gateway: answers what a test told it to, and remembers what it was asked.
 */
final class FakeService implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger brokenOff = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  record Request(String method, String path, Map<String, List<String>> headers, String body) {}

  FakeService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException cannotListen) {
      throw new IllegalStateException(cannotListen);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    answer("/internal/relay", 200, "{\"pending\": 0, \"oldestMillis\": 0}");
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on; headers by name and value. */
  void answer(String path, int status, String body, String... headers) {
    answers.put(
        path,
        exchange -> {
          read(exchange);
          write(exchange, status, body, headers);
        });
  }

  /** Before any of the body has been read; what still comes is read away, as our services do. */
  void answerAtOnce(String path, int status, String body) {
    answers.put(
        path,
        exchange -> {
          write(exchange, status, body);
          exchange.getResponseBody().flush();
          exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        });
  }

  /** Reads the request, and never answers. */
  void hang(String path) {
    answers.put(
        path,
        exchange -> {
          read(exchange);
          try {
            closed.await();
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Requests to a path that arrived whole, in order. */
  List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  /** How many requests stopped arriving. */
  int brokenOff() {
    return brokenOff.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answers
          .getOrDefault(exchange.getRequestURI().getPath(), FakeService::nothing)
          .handle(exchange);
    }
  }

  private void read(HttpExchange exchange) throws IOException {
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              Map.copyOf(exchange.getRequestHeaders()),
              body));
      // as every service of ours
      exchange.getResponseHeaders().add("Cache-Control", "no-cache, private");
      exchange.getResponseHeaders().add("X-Frame-Options", "DENY");
      List<String> request = exchange.getRequestHeaders().get("Kanmin-Request");
      exchange.getResponseHeaders().put("Kanmin-Request", request == null ? List.of() : request);
    } catch (IOException end) {
      brokenOff.incrementAndGet();
      throw end;
    }
  }

  private static void nothing(HttpExchange exchange) throws IOException {
    write(exchange, 404, "{}");
  }

  private static void write(HttpExchange exchange, int status, String body, String... headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    for (int at = 0; at < headers.length; at += 2) {
      exchange.getResponseHeaders().add(headers[at], headers[at + 1]);
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
