package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.ConfirmFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.CorrectStep;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.Register;
import dev.kanmin.odalinkage.activity.ActivityCommand.Revise;
import dev.kanmin.odalinkage.activity.ActivityCommand.SetScheme;
import dev.kanmin.odalinkage.activity.OfficerInput.AdvanceInput;
import dev.kanmin.odalinkage.activity.OfficerInput.ConfirmFieldsInput;
import dev.kanmin.odalinkage.activity.OfficerInput.CorrectStepInput;
import dev.kanmin.odalinkage.activity.OfficerInput.OverrideFieldsInput;
import dev.kanmin.odalinkage.activity.OfficerInput.SetSchemeInput;
import dev.kanmin.odalinkage.iati.CheckedActivity;
import dev.kanmin.odalinkage.iati.Fault;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiValidator;
import dev.kanmin.web.Answers;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.KanminHeaders;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemType;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What officers do with activities. */
@RestController
@RequestMapping(path = "/v1/activities", produces = MediaType.APPLICATION_JSON_VALUE)
@RequiresScope("activities:write")
class ActivityController {
  private static final ProblemType INVALID_ACTIVITY =
      new ProblemType(
          "invalid-activity",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "This is no valid activity by the IATI standard 2.03");

  private final Aggregates<ActivityCommand, ActivityEvent, Activity> activities;
  private final IatiValidator validator;

  ActivityController(
      Aggregates<ActivityCommand, ActivityEvent, Activity> activities, IatiValidator validator) {
    this.activities = activities;
    this.validator = validator;
  }

  /** Enters an activity by hand. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      useReturnTypeSchema = true,
      headers =
          @Header(
              name = KanminHeaders.EVENT,
              description = "References of the last event per changed subject, by comma.",
              schema = @Schema(type = "string")))
  Mono<ResponseEntity<EnteredReceipt>> register(
      @RequestBody ActivityInput input, CommandContext context) {
    CheckedActivity entered = valid(input, context);
    IatiActivity activity = IatiActivity.of(entered.tree());
    String id = ActivityStorage.idOf(activity.identifier());
    Register command = new Register(Report.of(entered.tree()), activity, input.scheme());
    return activities
        .handle(id, command, context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/activities/" + id)))
        .map(answer -> EnteredReceipt.of(answer, entered.faults()));
  }

  /** Replaces what was entered by hand. */
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RequiresIfMatch
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      useReturnTypeSchema = true,
      headers =
          @Header(
              name = KanminHeaders.EVENT,
              description = "References of the last event per changed subject, by comma.",
              schema = @Schema(type = "string")))
  Mono<ResponseEntity<EnteredReceipt>> revise(
      @PathVariable String id, @RequestBody ActivityInput input, CommandContext context) {
    if (input.scheme().isPresent()) {
      throw new BadInput(
          InputFault.at(
              "/scheme", FaultCodes.INVALID_VALUE, "The scheme is changed by set-scheme."));
    }
    CheckedActivity entered = valid(input, context);
    return handle(
            id, new Revise(Report.of(entered.tree()), IatiActivity.of(entered.tree())), context)
        .map(answer -> EnteredReceipt.of(answer, entered.faults()));
  }

  /** Puts an activity under a scheme of co-operation. */
  @PostMapping(path = "/{id}/set-scheme", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> setScheme(
      @PathVariable String id, @RequestBody SetSchemeInput input, CommandContext context) {
    return handle(id, new SetScheme(input.scheme()), context);
  }

  /** Records that the activity reached a step of its scheme. */
  @PostMapping(path = "/{id}/advance", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> advance(
      @PathVariable String id, @RequestBody AdvanceInput input, CommandContext context) {
    return handle(
        id,
        new Advance(
            input.step(), input.date(), input.evidence(), input.nextStep(), input.nextDate()),
        context);
  }

  /** Puts the activity back to an earlier step, or corrects what is recorded of the last one. */
  @PostMapping(path = "/{id}/correct-step", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> correctStep(
      @PathVariable String id, @RequestBody CorrectStepInput input, CommandContext context) {
    return handle(
        id, new CorrectStep(input.step(), input.date(), input.evidence(), input.reason()), context);
  }

  /** Confirms fields that were found automatically. */
  @PostMapping(path = "/{id}/confirm-fields", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> confirmFields(
      @PathVariable String id, @RequestBody ConfirmFieldsInput input, CommandContext context) {
    return handle(id, new ConfirmFields(input.fields()), context);
  }

  /** Puts an officer's fields in place of those that were found. */
  @PostMapping(path = "/{id}/override-fields", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> overrideFields(
      @PathVariable String id, @RequestBody OverrideFieldsInput input, CommandContext context) {
    return handle(id, new OverrideFields(input.fields(), input.reason(), input.remark()), context);
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, ActivityCommand command, CommandContext context) {
    return activities.handle(id, command, context).map(Answers::accepted);
  }

  /** The report that was entered, if the standard lets it be. */
  private CheckedActivity valid(ActivityInput input, CommandContext context) {
    CheckedActivity checked =
        validator.check(EnteredReport.tree(input, context.by(), context.at()));
    if (checked.faults().hasErrors()) {
      throw new ProblemException(
          INVALID_ACTIVITY,
          "What was entered cannot be an IATI activity; see errors.",
          checked.faults().faults().stream()
              .filter(Fault::error)
              .map(EnteredReceipt::inBody)
              .toList(),
          HttpHeaders.EMPTY);
    }
    return checked;
  }
}
