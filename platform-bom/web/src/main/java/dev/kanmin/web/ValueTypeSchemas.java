package dev.kanmin.web;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Decimal;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes the value types of {@code kanmin-codes} as they are read and written. */
final class ValueTypeSchemas implements ModelConverter {
  /** Of a text that names a zone of the IANA time zone database. */
  private static final String TIME_ZONE = "time-zone";

  private static final String MONEY = Money.class.getSimpleName();
  private static final Map<Class<?>, Supplier<Schema<?>>> TEXTS =
      Map.of(
          AgencyCode.class,
              () ->
                  of(CodeLists.AGENCIES, text("[a-z][a-z0-9]*(-[a-z0-9]+)*", "jica").maxLength(40)),
          CorporateNumber.class, () -> text("[0-9]{13}", "7000012050002"),
          CountryCode.class, () -> of(CodeLists.COUNTRIES, text("[A-Z]{2}", "VN")),
          Decimal.class, () -> text(Money.AMOUNT_PATTERN, "12.5"),
          CurrencyCode.class, () -> of(CodeLists.CURRENCIES, text("[A-Z]{3}", "JPY")),
          Field.class, ValueTypeSchemas::field,
          Language.class, () -> of(CodeLists.LANGUAGES, new StringSchema().example("ja")),
          ZoneId.class, () -> new StringSchema().format(TIME_ZONE).example("Asia/Tokyo"));

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Class<?> described = Json31.mapper().constructType(type.getType()).getRawClass();
    Supplier<Schema<?>> text = TEXTS.get(described);
    if (text != null) {
      return text.get();
    }
    Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    Schema<?> money = context.getDefinedModels().get(MONEY);
    if (described == Money.class && money != null) {
      money.addProperty("amount", text(Money.AMOUNT_PATTERN, "3000.00"));
    }
    return schema;
  }

  private static Schema<?> field() {
    StringSchema schema = new StringSchema();
    Fields.all().forEach(field -> schema.addEnumItem(field.code()));
    return of(CodeLists.FIELDS, schema);
  }

  private static Schema<?> of(String codeList, Schema<?> schema) {
    schema.addExtension(OpenApiCodeLists.EXTENSION, codeList);
    return schema;
  }

  private static Schema<?> text(String pattern, String example) {
    return new StringSchema().pattern("^" + pattern + "$").example(example);
  }
}
