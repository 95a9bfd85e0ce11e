package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.odalinkage.iati.Fault;
import dev.kanmin.odalinkage.iati.FaultList;
import dev.kanmin.web.InputFault;
import java.util.List;
import org.springframework.http.ResponseEntity;

/**
 * The answer to an activity that was entered: its receipt, and what the import would warn of, for
 * the rules are the same at both doors.
 *
 * @param id the activity
 * @param version its version after the command
 * @param events references of the events that the command led to
 * @param unchanged what was entered is what already was; nothing was written
 * @param warnings what should be put right, the first 100
 */
record EnteredReceipt(
    String id, long version, List<String> events, boolean unchanged, List<InputFault> warnings) {

  /** The answer with its headers, and the warnings in its body. */
  static ResponseEntity<EnteredReceipt> of(ResponseEntity<Receipt> answer, FaultList faults) {
    Receipt receipt = answer.getBody();
    ResponseEntity.BodyBuilder builder =
        ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders());
    if (receipt == null) {
      return builder.build();
    }
    return builder.body(
        new EnteredReceipt(
            receipt.id(),
            receipt.version(),
            receipt.events(),
            receipt.unchanged(),
            faults.faults().stream().map(EnteredReceipt::inBody).toList()));
  }

  /** A fault of the report, where it stands in the body that the report was made from. */
  static InputFault inBody(Fault fault) {
    return InputFault.at(
        EnteredPaths.pointer(fault.path()),
        fault.code().code(),
        fault.path() + ": " + fault.detail());
  }
}
