package dev.kanmin.directory.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import dev.kanmin.codes.LocalizedText;
import java.util.List;
import java.util.Optional;

/**
 * What a company makes or sells.
 *
 * @param productId a code that is this product's among the company's: {@code bp-monitor-200}
 * @param deviceClass in Japan; none for what is no medical device there
 */
public record Product(
    String productId,
    LocalizedText names,
    Optional<JmdnCode> jmdn,
    @JsonSetter(nulls = AS_EMPTY) List<HsCode> hs,
    Optional<DeviceClass> deviceClass,
    @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
    @JsonSetter(nulls = AS_EMPTY) List<Registration> registrations) {}
