package dev.kanmin.directory.contact;

import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Caller;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Contact persons, each for the agency that wrote it down. */
@RestController
class ContactController {
  private final Contacts contacts;

  ContactController(Contacts contacts) {
    this.contacts = contacts;
  }

  /**
   * Which contacts a list is to show.
   *
   * @param about a company or counterpart, under any id that it ever had
   */
  record ContactFilter(Optional<String> about) {}

  /** Roles in which somebody is known. */
  record KnownRoles(List<ContactView.KnownRole> items) {}

  @Operation(
      summary = "Write a contact person down.",
      description =
          "Only the caller's agency sees it, and nothing of it is published: other services name a"
              + " role.")
  @PostMapping("/v1/contacts")
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("contacts:write")
  Mono<ResponseEntity<ContactView>> add(@RequestBody ContactPerson person, CommandContext context) {
    return contacts
        .add(person, context)
        .map(
            made ->
                ResponseEntity.created(URI.create("/v1/contacts/" + made.id()))
                    .eTag('"' + Long.toString(made.version()) + '"')
                    .body(made));
  }

  @Operation(summary = "Replace what is written down of a contact person.")
  @PutMapping("/v1/contacts/{id}")
  @RequiresIfMatch
  @RequiresScope("contacts:write")
  Mono<ContactView> change(
      @PathVariable String id,
      @RequestBody ContactPerson person,
      CommandContext context,
      ServerWebExchange exchange) {
    return contacts
        .change(id, person, context)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "A contact person that the caller's agency wrote down.")
  @GetMapping("/v1/contacts/{id}")
  @RequiresScope("contacts:read")
  Mono<ContactView> read(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    return contacts
        .contact(id, caller.agency())
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Contact persons that the caller's agency wrote down.")
  @GetMapping("/v1/contacts")
  @RequiresScope("contacts:read")
  Mono<ResponseEntity<Page<ContactView>>> list(
      @ParameterObject ContactFilter filter,
      PageRequest page,
      Caller caller,
      ServerWebExchange exchange) {
    return contacts
        .contacts(filter.about(), caller.agency(), page)
        .map(found -> Pages.respond(found, exchange));
  }

  @Operation(
      summary = "Erase a contact person.",
      description = "Nothing but the id is left, anywhere; what named the role goes on naming it.")
  @DeleteMapping("/v1/contacts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope("directory:write")
  Mono<Void> erase(@PathVariable String id, CommandContext context) {
    return contacts.erase(id, context.by());
  }

  @Operation(
      summary = "In which roles somebody is known of a company or counterpart, and to whom.",
      description = "So that the agency can be asked. about is its id, or one that it ever had.")
  @GetMapping("/v1/directory/contact-roles")
  @RequiresScope("directory:read")
  Mono<KnownRoles> roles(@RequestParam String about) {
    return contacts.roles(about).collectList().map(KnownRoles::new);
  }
}
