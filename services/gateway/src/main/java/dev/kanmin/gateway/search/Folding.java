package dev.kanmin.gateway.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which characters are one and the same for whoever looks for them, besides what NFKC says. The
 * tables are data: files of this package, each a pair of characters a line.
 */
enum Folding {
  /** None. */
  NONE {
    @Override
    int fold(int character) {
      return character;
    }
  },

  /** Old and unusual forms become those that the Japanese dictionary has: 髙 is 高, 國 is 国. */
  JAPANESE {
    @Override
    int fold(int character) {
      return Tables.OLD.of(character);
    }
  },

  /** Traditional characters become simplified ones: 內視鏡 is 内视镜. */
  CHINESE {
    @Override
    int fold(int character) {
      return Tables.TRADITIONAL.of(character);
    }
  },

  /** All of it: 廣, 広 and 广 are one. */
  ALL {
    @Override
    int fold(int character) {
      int simplified = Tables.TRADITIONAL.of(character);
      if (simplified != character) {
        return simplified;
      }
      int today = Tables.OLD.of(character);
      int ofJapan = Tables.OF_JAPAN.of(today);
      return ofJapan == today ? Tables.TRADITIONAL.of(today) : ofJapan;
    }
  };

  /** The character that stands for this one; both are Unicode code points. */
  abstract int fold(int character);

  private static final class Tables {
    private static final Table OLD = Table.read("old-forms.txt");
    private static final Table TRADITIONAL = Table.read("traditional-simplified.txt");
    private static final Table OF_JAPAN = Table.read("shinjitai-simplified.txt");
  }

  private record Table(Map<Integer, Integer> pairs) {
    /** Most text is not in the tables' part of Unicode. */
    private static final int FIRST = 0x2E80;

    static Table read(String file) {
      Map<Integer, Integer> pairs = new HashMap<>();
      try (InputStream bytes =
          Objects.requireNonNull(Folding.class.getResourceAsStream(file), file)) {
        new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.codePoints().toArray())
            .forEach(pair -> pairs.put(pair[0], pair[1]));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      return new Table(Map.copyOf(pairs));
    }

    int of(int character) {
      return character < FIRST ? character : pairs.getOrDefault(character, character);
    }
  }
}
