package dev.kanmin.gateway.page;

/**
 * The counts behind one square, or behind a sum of squares.
 *
 * @param activities of development co-operation
 * @param missions and other organised encounters
 * @param changed how many of them changed in the last 30 days
 * @param gaps needs and activities that nobody has answered yet
 * @param position feed position of its last change; 0 if there never was one
 */
record SquareFacts(int activities, int missions, int changed, int gaps, long position) {
  static final SquareFacts NOTHING = new SquareFacts(0, 0, 0, 0, 0);

  int records() {
    return activities + missions;
  }
}
