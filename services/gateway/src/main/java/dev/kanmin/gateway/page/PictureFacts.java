package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.view.AnswerHead;
import dev.kanmin.gateway.view.AnswerHeads;
import dev.kanmin.gateway.view.PictureWaits;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** This node's picture. */
@Component
final class PictureFacts implements PageFacts {
  private final Picture picture;
  private final PictureWaits waits;
  private final ToDos toDos;
  private final AnswerHeads heads;

  PictureFacts(Picture picture, PictureWaits waits, ToDos toDos, AnswerHeads heads) {
    this.picture = picture;
    this.waits = waits;
    this.toDos = toDos;
    this.heads = heads;
  }

  @Override
  public PictureSnapshot picture() {
    return picture.snapshot();
  }

  @Override
  public Picture subjects() {
    return picture;
  }

  @Override
  public Mono<Boolean> shows(List<String> events) {
    return waits.showsAll(events);
  }

  @Override
  public ToDos toDos() {
    return toDos;
  }

  @Override
  public AnswerHead head() {
    return heads.now();
  }
}
