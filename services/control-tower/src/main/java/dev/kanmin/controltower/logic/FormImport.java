package dev.kanmin.controltower.logic;

import dev.kanmin.controltower.logic.LogicModel.Form;
import dev.kanmin.controltower.logic.LogicModels.LogicModelEvent;
import dev.kanmin.controltower.logic.LogicModels.Take;
import dev.kanmin.controltower.rs.Programme;
import dev.kanmin.controltower.rs.RsTable;
import dev.kanmin.controltower.rs.UnreadableForm;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.ProblemTypes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a file of the RS system, programme by programme. A file that is damaged changes nothing.
 */
@Component
class FormImport {
  /** Bytes of a file; the RS system's file of all ministries is to be cut by ministry. */
  private static final int LARGEST = 8 * 1024 * 1024;

  /** Programmes of a file; each is a record of its own. */
  private static final int MOST_PROGRAMMES = 500;

  private final Aggregates<Take, LogicModelEvent, LogicModel> models;

  FormImport(Aggregates<Take, LogicModelEvent, LogicModel> models) {
    this.models = models;
  }

  /**
   * What became of a file.
   *
   * @param programmes in the order of the file
   */
  @Schema(name = "LogicModelImport")
  record Outcome(String form, int rows, List<Taken> programmes) {}

  /**
   * What became of a programme's rows.
   *
   * @param unchanged they were there already
   */
  @Schema(name = "ImportedLogicModel")
  record Taken(String id, Programme programme, int rows, boolean unchanged) {}

  Mono<Outcome> take(Form form, Flux<DataBuffer> body, CommandContext context) {
    return DataBufferUtils.join(body, LARGEST)
        .onErrorMap(
            DataBufferLimitException.class,
            tooLarge ->
                ProblemTypes.CONTENT_TOO_LARGE.with(
                    "A file may have " + LARGEST + " bytes. Send it in parts."))
        .map(FormImport::bytes)
        .switchIfEmpty(Mono.error(FormImport::empty))
        .publishOn(Schedulers.boundedElastic())
        .map(FormImport::programmes)
        .flatMap(programmes -> take(form, programmes, context));
  }

  private Mono<Outcome> take(
      Form form, Map<Programme, RsTable> programmes, CommandContext context) {
    int rows = programmes.values().stream().mapToInt(table -> table.rows().size()).sum();
    return Flux.fromIterable(programmes.entrySet())
        .concatMap(
            entry -> {
              Programme programme = entry.getKey();
              String id = LogicModels.id(context.by(), programme);
              return models
                  .handle(id, new Take(form, programme, entry.getValue()), context)
                  .map(
                      receipt ->
                          new Taken(
                              id, programme, entry.getValue().rows().size(), receipt.unchanged()));
            })
        .collectList()
        .map(taken -> new Outcome(form.number(), rows, taken));
  }

  private static Map<Programme, RsTable> programmes(byte[] file) {
    try {
      Map<Programme, RsTable> programmes = Programme.split(RsTable.read(file));
      if (programmes.isEmpty() || programmes.size() > MOST_PROGRAMMES) {
        throw new BadInput(
            InputFault.line(
                1,
                FaultCodes.INVALID_VALUE,
                "A file has rows of 1 to " + MOST_PROGRAMMES + " programmes."));
      }
      return programmes;
    } catch (UnreadableForm unreadable) {
      throw new BadInput(
          InputFault.line(
              unreadable.line(),
              FaultCodes.INVALID_VALUE,
              String.valueOf(unreadable.getMessage())));
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static BadInput empty() {
    return new BadInput(InputFault.line(1, FaultCodes.INVALID_VALUE, "The file is empty."));
  }
}
