package dev.kanmin.odalinkage.activity;

import dev.kanmin.odalinkage.iati.IatiElement;
import dev.kanmin.odalinkage.iati.IatiWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Writes activities as an IATI file, as fast as the client reads and no faster. */
@Component
class ActivityExport {
  private static final int CHUNK = 16 * 1024;
  private static final int REPORTS_AHEAD = 2;

  private final Clock clock;

  ActivityExport(Clock clock) {
    this.clock = clock;
  }

  /** The file, in chunks; nothing is read before it is subscribed to. */
  Flux<DataBuffer> file(Flux<IatiElement> reports) {
    Publisher<DataBuffer> file =
        DataBufferUtils.outputStreamPublisher(
            output -> write(reports, output),
            DefaultDataBufferFactory.sharedInstance,
            task -> Schedulers.boundedElastic().schedule(task),
            CHUNK);
    return Flux.from(file);
  }

  /** The file of one activity: bounded, as one activity is. */
  byte[] file(IatiElement report) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (IatiWriter writer = new IatiWriter(output, clock.instant())) {
      writer.write(report);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory refuses nothing", impossible);
    }
    return output.toByteArray();
  }

  private void write(Flux<IatiElement> reports, OutputStream output) {
    // closing the stream ends the query when the client goes away
    try (Stream<IatiElement> stream = reports.toStream(REPORTS_AHEAD)) {
      IatiWriter writer = new IatiWriter(output, clock.instant());
      for (Iterator<IatiElement> each = stream.iterator(); each.hasNext(); ) {
        writer.write(each.next());
      }
      writer.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
