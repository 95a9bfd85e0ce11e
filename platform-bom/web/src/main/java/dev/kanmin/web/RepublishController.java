package dev.kanmin.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Republishing;
import dev.kanmin.events.aggregates.RepublishingState;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * For a duty officer, after a new version tells its subjects in another way: has all of them told
 * again whose card differs.
 */
@RestController
@RequestMapping("/v1/operations/republish")
final class RepublishController {
  /** A subject is told in some milliseconds; this leaves most of the time to everybody else. */
  private static final int ORDINARY_PACE = 50;

  private final Republishing republishing;

  RepublishController(Republishing republishing) {
    this.republishing = republishing;
  }

  /**
   * What is to be told again.
   *
   * @param kinds of subjects; none: all that the service has
   * @param perSecond events in a second at most, 1 to 1000; 50 if absent
   */
  @Schema(name = "BeginRepublishing")
  record Begin(
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> kinds, Optional<Integer> perSecond) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequiresScope("operations:write")
  Mono<RepublishingState> beginRepublishing(@RequestBody Begin begin, CommandContext context) {
    return republishing.begin(begin.kinds(), begin.perSecond().orElse(ORDINARY_PACE), context);
  }

  /** The last one: under way, finished or cancelled. */
  @ApiResponse(responseCode = "200", description = "OK")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @GetMapping
  @RequiresScope("operations:read")
  Mono<RepublishingState> readRepublishing() {
    return republishing.state();
  }

  /** Ends it where it is; one that has ended stays as it is. */
  @ApiResponse(responseCode = "200", description = "OK")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @PostMapping("/cancel")
  @RequiresScope("operations:write")
  Mono<RepublishingState> cancelRepublishing() {
    return republishing.cancel();
  }
}
