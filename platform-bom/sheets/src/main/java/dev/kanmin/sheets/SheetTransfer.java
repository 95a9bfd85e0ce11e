package dev.kanmin.sheets;

import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.web.ProblemTypes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tables on their way in and out over HTTP. */
public final class SheetTransfer {
  /** Lines of one exported file. */
  public static final int MOST_LINES = 10_000;

  private static final Rule EXPORT_TOO_LARGE =
      Rule.invalid("export-too-large", "The export has too many lines");

  private SheetTransfer() {}

  /**
   * The whole file. Of one that is too large the rest is read and thrown away, so that its sender
   * gets to hear why it is refused.
   */
  public static Mono<byte[]> read(Flux<DataBuffer> body) {
    return body.reduceWith(ByteArrayOutputStream::new, SheetTransfer::add)
        .map(
            read -> {
              if (read.size() > SheetImport.LARGEST_FILE) {
                throw ProblemTypes.CONTENT_TOO_LARGE.with(
                    "A file has " + SheetImport.LARGEST_FILE + " bytes at most; divide it.");
              }
              return read.toByteArray();
            });
  }

  private static ByteArrayOutputStream add(ByteArrayOutputStream read, DataBuffer more) {
    byte[] bytes = new byte[more.readableByteCount()];
    more.read(bytes);
    DataBufferUtils.release(more);
    if (read.size() <= SheetImport.LARGEST_FILE) {
      read.writeBytes(bytes);
    }
    return read;
  }

  /**
   * The file of all lines.
   *
   * @param name of the file, without ending
   */
  public static Mono<ResponseEntity<byte[]>> export(
      SheetFormat format, Columns columns, Flux<List<String>> lines, String name) {
    return lines
        .take(MOST_LINES + 1L)
        .collectList()
        .publishOn(Schedulers.boundedElastic())
        .map(
            all -> {
              if (all.size() > MOST_LINES) {
                throw EXPORT_TOO_LARGE.refuse(
                    "A file has " + MOST_LINES + " at most; narrow it by agency or country.");
              }
              return file(format, SheetWriting.write(format, columns, all), name);
            });
  }

  public static ResponseEntity<byte[]> file(SheetFormat format, byte[] file, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + "." + format.code()).build().toString())
        .body(file);
  }
}
