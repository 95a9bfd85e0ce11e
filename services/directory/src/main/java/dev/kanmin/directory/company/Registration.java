package dev.kanmin.directory.company;

import dev.kanmin.codes.CountryCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A product's registration (現地登録) in a country or region.
 *
 * @param scheme under which it is classed, as that country's authority calls it; classes of
 *     different schemes are never compared
 * @param deviceClass its class in that scheme, as written there
 * @param number as the authority writes it
 * @param on day of registration, or of the application while it is applied for
 * @param expires its last day
 */
public record Registration(
    CountryCode country,
    String scheme,
    Optional<String> deviceClass,
    RegistrationState status,
    Optional<String> number,
    Optional<LocalDate> on,
    Optional<LocalDate> expires) {}
