package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.view.AnswerHead;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the pages stand on; answered from memory, so callers may ask at any time. */
interface PageFacts {
  /** The picture as last published. */
  PictureSnapshot picture();

  /** Everything that is known of subjects. */
  Picture subjects();

  /** True as soon as the picture shows these events, named as {@code Kanmin-Event} does. */
  Mono<Boolean> shows(List<String> events);

  /** What the rules say of its subjects. */
  ToDos toDos();

  /** Of when it is, and how fresh. */
  AnswerHead head();
}
