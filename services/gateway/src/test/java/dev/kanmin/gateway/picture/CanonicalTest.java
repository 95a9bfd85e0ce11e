package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalTest {
  private final Canonical<List<Integer>> canonical = new Canonical<>();

  @Test
  void of_equal_values_there_is_one_object() {
    List<Integer> first = canonical.of(new ArrayList<>(List.of(1, 2)));
    assertThat(canonical.of(new ArrayList<>(List.of(1, 2)))).isSameAs(first);
  }

  /** Several of these have hash codes that lead to one place. */
  @Property(tries = 2_000)
  void a_value_stays_what_it_is_whatever_lies_on_its_place(@ForAll List<Integer> value) {
    assertThat(canonical.of(value)).isEqualTo(value);
    for (int shift = 0; shift < 3; shift++) {
      List<Integer> neighbour = List.of(value.hashCode() + shift * 4_096);
      assertThat(canonical.of(neighbour)).isEqualTo(neighbour);
    }
    assertThat(canonical.of(value)).isEqualTo(value);
  }
}
