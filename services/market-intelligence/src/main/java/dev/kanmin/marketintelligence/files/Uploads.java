package dev.kanmin.marketintelligence.files;

import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes files in: keeps one on disk while it is read, as often as its reader needs, and removes it.
 * Only a file that arrived whole is read, so a broken connection changes nothing.
 */
@Component
public final class Uploads {
  private static final Logger log = LoggerFactory.getLogger(Uploads.class);
  private static final int CHUNKS_AHEAD = 16;
  private static final int BUFFER = 64 * 1024;
  private static final Rule IMPORTS_BUSY =
      new Rule("imports-busy", Rule.Kind.OVERLOADED, "Too many files are being imported");

  private final FileProperties properties;
  private final Semaphore places;

  Uploads(FileProperties properties) {
    this.properties = properties;
    this.places = new Semaphore(properties.atOnce());
  }

  /** Reads a file that arrived whole; may block. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(Path file) throws IOException, InterruptedException;
  }

  /** Takes a request's body as a file. */
  public <T> Mono<T> take(ServerHttpRequest request, Reading<T> reading) {
    requireIdentityEncoding(request.getHeaders());
    return Mono.fromCallable(() -> run(request, reading))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorMap(Uploads::isClientGone, failure -> broken());
  }

  private <T> T run(ServerHttpRequest request, Reading<T> reading)
      throws IOException, InterruptedException {
    if (!places.tryAcquire()) {
      throw IMPORTS_BUSY.refuse(
          properties.atOnce() + " files are being imported. Send yours again in a moment.");
    }
    try {
      Path file = Files.createTempFile("kanmin-import-", ".part");
      try {
        receive(request, file);
        return reading.read(file);
      } finally {
        remove(file);
      }
    } finally {
      places.release();
    }
  }

  private void receive(ServerHttpRequest request, Path file) throws IOException {
    var marked =
        request
            .getBody()
            .onErrorMap(DisconnectedClientHelper::isClientDisconnectedException, BodyBroken::new);
    long left = properties.largest().toBytes();
    try (InputStream input = DataBufferUtils.subscriberInputStream(marked, CHUNKS_AHEAD);
        OutputStream output = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw ProblemTypes.CONTENT_TOO_LARGE.with(
              "A file may have " + properties.largest().toBytes() + " bytes. Send it in parts.");
        }
        output.write(buffer, 0, read);
      }
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      log.warn("A file that was imported stays on disk: {}", failure.toString());
    }
  }

  /** A small body could stand for any amount of bytes. */
  private static void requireIdentityEncoding(HttpHeaders headers) {
    for (String encoding : headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING)) {
      if (!encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
        throw ProblemTypes.UNSUPPORTED_MEDIA_TYPE.with(
            "Files are read here as they are: send it without Content-Encoding.");
      }
    }
  }

  private static boolean isClientGone(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(BodyBroken.class::isInstance);
  }

  private static ProblemException broken() {
    return ProblemTypes.REQUEST_REFUSED.with(
        "The file stopped arriving, and nothing of it was taken; send the whole file again.");
  }

  /** The client stopped sending. */
  private static final class BodyBroken extends IOException {
    private static final long serialVersionUID = 1L;

    BodyBroken(Throwable cause) {
      super("The body stopped arriving", cause);
    }
  }
}
