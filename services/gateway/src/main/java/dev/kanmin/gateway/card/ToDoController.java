package dev.kanmin.gateway.card;

import dev.kanmin.events.wire.Card.Responsible;
import dev.kanmin.gateway.card.Keysets.Place;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.rule.ToDos.ToDo;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.PictureAnswers;
import dev.kanmin.gateway.view.PictureAnswers.Seen;
import dev.kanmin.gateway.view.ViewParts.ToDoView;
import dev.kanmin.web.Caller;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is to be done, by whom: computed from the cards when it is asked for. */
@RestController
@RequiresScope("cells:read")
final class ToDoController {
  private final Picture picture;
  private final ToDos toDos;
  private final PictureAnswers answers;

  ToDoController(Picture picture, ToDos toDos, PictureAnswers answers) {
    this.picture = picture;
    this.toDos = toDos;
    this.answers = answers;
  }

  @Operation(summary = "What an agency or office has to do, what is due first")
  @GetMapping("/v1/to-do")
  Mono<ResponseEntity<Seen<Page<ToDoView>>>> listToDo(
      @Parameter(description = "Default: the caller's own") @RequestParam Optional<String> agency,
      @RequestParam Optional<String> office,
      PageRequest page,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) ServerWebExchange exchange) {
    String whose = agency.orElseGet(() -> caller.agency().code());
    Predicate<Responsible> theirs =
        one ->
            one.agency().equals(whose)
                && office.map(code -> one.office().filter(code::equals).isPresent()).orElse(true);
    return answers.search(
        exchange,
        viewer -> {
          CardViews views = new CardViews(viewer.labels(), viewer.today());
          return Keysets.page(
                  picture
                      .subjects()
                      .flatMap(subject -> subject.row().stream())
                      .filter(row -> row.card().responsible().stream().anyMatch(theirs))
                      .flatMap(row -> toDos.of(row, viewer.today()).stream())
                      .filter(toDo -> isTheirs(toDo, theirs)),
                  ToDoController::place,
                  page,
                  "to-do" + whose + "/" + office)
              .map(views::toDo);
        });
  }

  private static boolean isTheirs(ToDo toDo, Predicate<Responsible> theirs) {
    return toDo.row().card().responsible().stream()
        .anyMatch(one -> theirs.test(one) && toDo.rule().concerns(one));
  }

  private static Place place(ToDo toDo) {
    return new Place(toDo.due().toString(), toDo.row().subject() + "/" + toDo.rule().code());
  }
}
