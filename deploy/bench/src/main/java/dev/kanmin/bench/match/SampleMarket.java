package dev.kanmin.bench.match;

import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up companies and needs; the same seed makes the same ones. */
final class SampleMarket {
  private static final List<String> COUNTRIES =
      Countries.all().stream()
          .map(country -> country.code().code())
          .filter(code -> !code.equals("JP"))
          .toList();
  private static final List<Field> FIELDS =
      Fields.all().stream().filter(field -> !field.equals(Field.CROSS_FIELD)).toList();
  private static final List<String> CLASSES = List.of("I", "II", "III", "IV");
  private static final List<String> STATES = List.of("registered", "applied", "planned");
  private static final List<String> CAPACITIES = List.of("ready", "limited");

  private final Random random;

  SampleMarket(long seed) {
    this.random = new Random(seed);
  }

  static String company(int number) {
    return String.format(Locale.ROOT, "cmp_%026d", number + 1);
  }

  /** The data of {@code company-profile-changed}, in its first revision. */
  String profile(int number) {
    var field = any(FIELDS);
    return """
        {"companyId":"%1$s","revision":1,"personal":false,"names":{"ja":"【サンプル】%2$d号"},"sme":"yes",
         "licences":[{"kind":"marketing-authorisation-1","number":"%2$d"}],
         "certificates":[{"standard":"ISO 13485","validUntil":"2099-06-30"}],
         "products":[%3$s],"targetCountries":["%4$s","%5$s"],"capacity":"%6$s",
         "deliveries":[{"country":"%4$s","field":"%7$s","year":2025}],"responsible":"jetro","sample":true}"""
        .formatted(
            company(number),
            number,
            IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(product -> product(product, field))
                .collect(Collectors.joining(",")),
            any(COUNTRIES),
            any(COUNTRIES),
            any(CAPACITIES),
            field.code());
  }

  private String product(int number, Field field) {
    return """
        {"productId":"p%d","names":{"ja":"製品"},"hs":[%s],"deviceClass":"%s","fields":["%s"],"registrations":[%s]}"""
        .formatted(
            number,
            goods(field),
            any(CLASSES),
            field.code(),
            IntStream.range(0, 6)
                .mapToObj(
                    _ ->
                        """
                        {"country":"%s","status":"%s","expires":"2099-03-31"}"""
                            .formatted(any(COUNTRIES), any(STATES)))
                .collect(Collectors.joining(",")));
  }

  /** The body of a request that registers a need. */
  String need(int number) {
    var field = any(FIELDS);
    return """
        {"title":{"en":"[Sample] Need no. %1$d"},"description":{"en":"[Sample]"},
         "counterpart":{"id":"cpt_%1$026d","name":{"en":"[Sample] Hospital"}},
         "country":"%2$s","fields":["%3$s"],"hs":[%4$s],"crs":["12191"],"urgency":"high","wantedBy":"2090-09-30",
         "source":{"kind":"field-survey","text":{"en":"[Sample]"},"on":"2026-10-20"},
         "office":{"code":"sample-office","name":{"en":"[Sample] office"}},"sample":true}"""
        .formatted(number, any(COUNTRIES), field.code(), goods(field));
  }

  private String goods(Field field) {
    var hints = Fields.hints(field).hs();
    return hints.isEmpty() ? "" : "\"" + any(hints).code() + "\"";
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
