package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.view.AnswerHead;
import dev.kanmin.gateway.view.AnswerHeads;
import org.springframework.stereotype.Component;

/** This node's picture. */
@Component
final class PictureFacts implements PageFacts {
  private final Picture picture;
  private final AnswerHeads heads;

  PictureFacts(Picture picture, AnswerHeads heads) {
    this.picture = picture;
    this.heads = heads;
  }

  @Override
  public PictureSnapshot picture() {
    return picture.snapshot();
  }

  @Override
  public AnswerHead head() {
    return heads.now();
  }
}
