package dev.kanmin.gateway.page;

import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.page.HeatMap.Choice;
import dev.kanmin.gateway.page.HeatMap.Square;
import dev.kanmin.gateway.page.HeatMap.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/**
 * Asia as one square for each country or region, where it is about to be found. It has no borders:
 * any drawing of them takes a side.
 *
 * @param tiles from north to south, and from west to east within a row
 */
record TileMap(List<Choice> measures, Choice ended, List<Tile> tiles, List<Step> legend) {
  /** Path of the page. */
  static final String PATH = "/map";

  private static final Map<String, Place> PLACES = places();

  /** Counted from 1. */
  record Place(int column, int row) {}

  /** A country or region. */
  record Tile(String country, String label, Place place, Square square) {}

  static TileMap of(MatrixFacts facts, Measure measure, Wording wording) {
    return new TileMap(
        Measure.choices(facts.picture(), measure.ended()).stream()
            .map(choice -> new Choice(choice.label(wording), href(choice), choice.equals(measure)))
            .toList(),
        new Choice(
            wording.say("ended.show"),
            href(new Measure(measure.code(), !measure.ended())),
            measure.ended()),
        PLACES.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Place> tile) -> tile.getValue().row())
                    .thenComparingInt(tile -> tile.getValue().column()))
            .map(
                tile ->
                    new Tile(
                        tile.getKey(),
                        wording.country(tile.getKey()),
                        tile.getValue(),
                        SquareWords.countrySum(tile.getKey(), facts, measure, wording)))
            .toList(),
        IntStream.rangeClosed(0, 5).mapToObj(step -> new Step(step, measure.range(step))).toList());
  }

  /** The country's code with its place. */
  static Map<String, Place> placesOf() {
    return PLACES;
  }

  /** Address of the map of that measure. */
  static String href(Measure measure) {
    return PATH
        + "?"
        + Measure.PARAMETER
        + "="
        + measure.code()
        + (measure.ended() ? "&" + Measure.ENDED + "=1" : "");
  }

  private static Map<String, Place> places() {
    try (var file = new ClassPathResource("tiles.json").getInputStream()) {
      Map<String, Place> places = new TreeMap<>();
      Json.events()
          .readTree(file)
          .path("tiles")
          .properties()
          .forEach(
              tile ->
                  places.put(
                      tile.getKey(),
                      new Place(tile.getValue().path(0).asInt(), tile.getValue().path(1).asInt())));
      return places;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
