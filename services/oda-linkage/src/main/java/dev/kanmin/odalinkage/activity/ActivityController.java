package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.Aggregates;
import dev.kanmin.events.CommandContext;
import dev.kanmin.events.Ids;
import dev.kanmin.events.Receipt;
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
import dev.kanmin.odalinkage.iati.Fault;
import dev.kanmin.odalinkage.iati.FaultList;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiElement;
import dev.kanmin.odalinkage.iati.IatiValidator;
import dev.kanmin.web.Answers;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.Caller;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemType;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
  /** Officers' days are Japan's. */
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

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
  Mono<ResponseEntity<Receipt>> register(
      @RequestBody ActivityInput input, Caller caller, CommandContext context) {
    IatiElement tree = valid(input, caller.agency());
    String id = ActivityStorage.idOf(input.iatiIdentifier());
    Register command =
        new Register(
            caller.agency(),
            Report.of(tree),
            IatiActivity.of(tree),
            input.scheme(),
            today(context));
    return activities
        .handle(id, command, context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/activities/" + id)));
  }

  /** Replaces what was entered by hand. */
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id,
      @RequestBody ActivityInput input,
      Caller caller,
      CommandContext context) {
    if (input.scheme().isPresent()) {
      throw new BadInput(
          InputFault.at(
              "/scheme", FaultCodes.INVALID_VALUE, "The scheme is changed by set-scheme."));
    }
    IatiElement tree = valid(input, caller.agency());
    return handle(id, new Revise(caller.agency(), Report.of(tree), IatiActivity.of(tree)), context);
  }

  /** Puts an activity under a scheme of co-operation. */
  @PostMapping(path = "/{id}/set-scheme", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> setScheme(
      @PathVariable String id,
      @RequestBody SetSchemeInput input,
      Caller caller,
      CommandContext context) {
    return handle(id, new SetScheme(caller.agency(), input.scheme(), today(context)), context);
  }

  /** Records that the activity reached a step of its scheme. */
  @PostMapping(path = "/{id}/advance", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> advance(
      @PathVariable String id,
      @RequestBody AdvanceInput input,
      Caller caller,
      CommandContext context) {
    return handle(
        id,
        new Advance(
            caller.agency(),
            input.step(),
            input.date(),
            input.evidence(),
            input.nextStep(),
            input.nextDate(),
            today(context)),
        context);
  }

  /** Puts the activity back to an earlier step, or corrects what is recorded of the last one. */
  @PostMapping(path = "/{id}/correct-step", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> correctStep(
      @PathVariable String id,
      @RequestBody CorrectStepInput input,
      Caller caller,
      CommandContext context) {
    return handle(
        id,
        new CorrectStep(
            caller.agency(),
            input.step(),
            input.date(),
            input.evidence(),
            input.reason(),
            today(context)),
        context);
  }

  /** Confirms fields that were found automatically. */
  @PostMapping(path = "/{id}/confirm-fields", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> confirmFields(
      @PathVariable String id,
      @RequestBody ConfirmFieldsInput input,
      Caller caller,
      CommandContext context) {
    return handle(id, new ConfirmFields(caller.agency(), input.fields()), context);
  }

  /** Puts an officer's fields in place of those that were found. */
  @PostMapping(path = "/{id}/override-fields", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Receipt>> overrideFields(
      @PathVariable String id,
      @RequestBody OverrideFieldsInput input,
      Caller caller,
      CommandContext context) {
    return handle(
        id,
        new OverrideFields(caller.agency(), input.fields(), input.reason(), input.remark()),
        context);
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, ActivityCommand command, CommandContext context) {
    if (!Ids.isWellFormed(ActivityStorage.ID_PREFIX, id)) {
      return Mono.error(
          ActivityRules.UNKNOWN_ACTIVITY.refuse("There is no activity under this id."));
    }
    return activities.handle(id, command, context).map(Answers::accepted);
  }

  /** The report that was entered, if the standard lets it be. */
  private IatiElement valid(ActivityInput input, AgencyCode agency) {
    IatiElement tree = EnteredReport.tree(input, agency);
    FaultList faults = validator.check(tree);
    if (faults.hasErrors()) {
      throw new ProblemException(
          INVALID_ACTIVITY,
          "What was entered cannot be an IATI activity; see errors.",
          faults.faults().stream().filter(Fault::error).map(ActivityController::fault).toList(),
          HttpHeaders.EMPTY);
    }
    return tree;
  }

  private static InputFault fault(Fault fault) {
    return InputFault.at(
        EnteredPaths.pointer(fault.path()),
        fault.code().code(),
        fault.path() + ": " + fault.detail());
  }

  private static LocalDate today(CommandContext context) {
    Instant at = context.at();
    return at.atZone(JAPAN).toLocalDate();
  }
}
