package dev.kanmin.smeadvice.readiness;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.smeadvice.questionnaire.Questionnaire;
import dev.kanmin.smeadvice.questionnaire.Questionnaires;
import dev.kanmin.web.Answers;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.Caller;
import dev.kanmin.web.ExampleFiles;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How ready companies are for markets abroad. */
@RestController
@RequestMapping("/v1/readiness")
class ReadinessController {
  private final Aggregates<AssessmentCommand, AssessmentEvent, Assessment> assessments;
  private final AssessmentQueries queries;

  ReadinessController(
      Aggregates<AssessmentCommand, AssessmentEvent, Assessment> assessments,
      AssessmentQueries queries) {
    this.assessments = assessments;
    this.queries = queries;
  }

  /**
   * A company's answers.
   *
   * @param companyId of the directory, {@code cmp_…}
   * @param version of the questionnaire; the current one if it is absent
   * @param answers code of the answer by code of the question; every question has one
   * @param sample made up, for demonstrations
   */
  @Schema(name = "ReadinessAnswers")
  record AnswersOfCompany(
      String companyId,
      Optional<Integer> version,
      @Schema(propertyNames = String.class) Map<String, String> answers,
      @JsonSetter(nulls = AS_EMPTY) boolean sample) {}

  /**
   * Which version.
   *
   * @param version the current one if it is absent
   */
  record Version(Optional<Integer> version) {
    Questionnaire questionnaire() {
      return version
          .map(
              it ->
                  Questionnaires.version(it)
                      .orElseThrow(
                          () ->
                              new BadInput(
                                  InputFault.parameter(
                                      "version",
                                      FaultCodes.INVALID_VALUE,
                                      "version is 1 to "
                                          + Questionnaires.current().version()
                                          + "."))))
          .orElseGet(Questionnaires::current);
    }
  }

  /**
   * Which assessments.
   *
   * @param company id of a company of the directory
   */
  record Of(Optional<String> company) {}

  @Operation(summary = "The questionnaire: questions in five dimensions, each with its source.")
  @GetMapping("/questionnaire")
  @RequiresScope("readiness:read")
  Mono<Questionnaire> questionnaire(@ParameterObject Version version) {
    return Mono.just(version.questionnaire());
  }

  @Operation(
      summary = "What all assessed companies together show: averages, and who fails at what.",
      description =
          "Each company counts by its latest assessment. Below five companies nothing is told.")
  @GetMapping("/peers")
  @RequiresScope("readiness:read")
  Mono<Peers> peers(@ParameterObject Version version) {
    return queries.peers(version.questionnaire());
  }

  @Operation(
      summary = "Assess a company by its answers.",
      description =
          "Answers and scores stay with the caller's agency; partners learn the band alone.")
  @PostMapping("/assessments")
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("readiness/*.json")
  @RequiresScope("readiness:write")
  Mono<ResponseEntity<Receipt>> assess(
      @RequestBody AnswersOfCompany given, CommandContext context) {
    String id = assessments.newId(context);
    int version = given.version().orElse(Questionnaires.current().version());
    return assessments
        .bear(
            id,
            new AssessmentCommand.Assess(
                id, given.companyId(), version, given.answers(), given.sample()),
            context)
        .map(
            receipt ->
                Answers.created(receipt, URI.create("/v1/readiness/assessments/" + receipt.id())));
  }

  @Operation(
      summary = "An assessment: scores with the answers that caused them, and the first advice.",
      description = "Only for the agency that made it.")
  @GetMapping("/assessments/{id}")
  @RequiresScope("readiness:read")
  Mono<AssessmentView> read(@PathVariable String id, Caller caller) {
    return queries.one(id, caller.agency());
  }

  @Operation(summary = "The caller's own assessments, the last one first.")
  @GetMapping("/assessments")
  @RequiresScope("readiness:read")
  Mono<ResponseEntity<Page<AssessmentView.Summary>>> list(
      @ParameterObject Of of, PageRequest page, Caller caller, ServerWebExchange exchange) {
    return queries
        .list(of.company(), caller.agency(), page)
        .map(found -> Pages.respond(found, exchange));
  }
}
