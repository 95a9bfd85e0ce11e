package dev.kanmin.gateway.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the search must know of its surroundings, {@code kanmin.search.*}.
 *
 * @param folder of the index, for this node alone: whatever is in it is removed at each start;
 *     environment {@code KANMIN_SEARCH_FOLDER}. Absent: a new one among the temporary files
 * @param dictionaries languages whose dictionary is loaded when the first text of it comes, of
 *     {@code ja}, {@code zh} and {@code ko}: about 20, 30 and 40 MB, of which the heap needs 6, 8
 *     and 12 for good and twice that while it is loaded; environment {@code
 *     KANMIN_SEARCH_DICTIONARIES}
 */
@ConfigurationProperties("kanmin.search")
record SearchProperties(
    Optional<String> folder, @DefaultValue({"ja", "zh", "ko"}) Set<String> dictionaries) {

  /**
   * Takes the values if there are such dictionaries.
   *
   * @throws IllegalArgumentException naming what there is
   */
  SearchProperties {
    dictionaries = Set.copyOf(dictionaries);
    List<String> known =
        Arrays.stream(TextField.values())
            .filter(TextField::needsDictionary)
            .map(TextField::language)
            .toList();
    if (!known.containsAll(dictionaries)) {
      throw new IllegalArgumentException(
          "kanmin.search.dictionaries is %s: expected some of %s".formatted(dictionaries, known));
    }
  }
}
