package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against plain maps: whatever is added to whatever. */
class MoneySumsTest {
  private static final List<String> CURRENCIES = List.of("EUR", "JPY", "USD", "VND");

  @Property(tries = 500)
  void adding_and_taking_parts_are_as_with_maps(@ForAll long seed) {
    Random random = new Random(seed);
    Map<MoneySlot, BigDecimal> some = any(random);
    Map<MoneySlot, BigDecimal> others = any(random);
    BigDecimal part = BigDecimal.valueOf(random.nextInt(1_001), 3);

    Map<MoneySlot, BigDecimal> expected = new HashMap<>(some);
    others.forEach((slot, amount) -> expected.merge(slot, amount.multiply(part), BigDecimal::add));

    MoneySums.Builder collected = new MoneySums.Builder();
    some.forEach(collected::add);
    sums(others).times(part).asMap().forEach(collected::add);
    MoneySums sum = collected.build();
    assertThat(sum.asMap()).isEqualTo(expected);
    assertThat(sum).isEqualTo(sums(expected)).hasSameHashCodeAs(sums(expected));
  }

  @Property(tries = 500)
  void the_changes_from_one_to_another_lead_there(@ForAll long seed) {
    Random random = new Random(seed);
    Map<MoneySlot, BigDecimal> before = any(random);
    Map<MoneySlot, BigDecimal> after = random.nextBoolean() ? any(random) : new HashMap<>(before);

    Map<MoneySlot, BigDecimal> total = new HashMap<>(before);
    sums(after)
        .changesSince(
            sums(before),
            (slot, added) -> {
              assertThat(added.signum()).isNotZero();
              total.merge(slot, added, BigDecimal::add);
            });

    total.values().removeIf(amount -> amount.signum() == 0);
    after.values().removeIf(amount -> amount.signum() == 0);
    assertThat(total).isEqualTo(after);
  }

  private static MoneySums sums(Map<MoneySlot, BigDecimal> map) {
    MoneySums.Builder sums = new MoneySums.Builder();
    map.forEach(sums::add);
    return sums.build();
  }

  private static Map<MoneySlot, BigDecimal> any(Random random) {
    Map<MoneySlot, BigDecimal> map = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      MoneySlot.Kind kind = MoneySlot.Kind.values()[random.nextInt(4)];
      String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      map.put(new MoneySlot(kind, currency), BigDecimal.valueOf(1 + random.nextInt(10_000), 2));
    }
    return map;
  }
}
