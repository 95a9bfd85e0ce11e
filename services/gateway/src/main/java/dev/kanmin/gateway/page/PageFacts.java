package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.view.AnswerHead;

/** What the pages stand on; answered from memory, so callers may ask at any time. */
interface PageFacts {
  /** The picture as last published. */
  PictureSnapshot picture();

  /** Of when it is, and how fresh. */
  AnswerHead head();
}
