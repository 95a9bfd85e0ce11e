package dev.kanmin.gateway.page;

/** What the pages need of the picture. Answered from memory, so callers may ask at any time. */
interface PageFacts {
  /** All squares of now. */
  MatrixFacts matrix();

  /** One cell of now; of a cell that nothing is known of, too. */
  CellFacts cell(CellId cell);
}
