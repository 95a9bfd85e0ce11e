package dev.kanmin.odalinkage.need;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import dev.kanmin.codes.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is needed, as an agency registers it.
 *
 * @param title short, in Japanese, English or other languages; it is on the need's card
 * @param description what is lacking, in as many languages as there are; partner agencies read it
 *     here, it is on no event
 * @param counterpart who needs it
 * @param country where, abroad in Asia
 * @param fields what it is about, 1 to 8
 * @param hs goods that would serve, as far as known, at most 20
 * @param crs purposes under which it could be reported as ODA, at most 20
 * @param wantedBy the day by which it should be met
 * @param source where it was learned
 * @param arisesFrom ids of what it arose from, such as a mission
 * @param office who looks after it
 * @param sample made up, for demonstrations
 */
public record NeedPlan(
    LocalizedText title,
    Optional<LocalizedText> description,
    Counterpart counterpart,
    CountryCode country,
    List<Field> fields,
    @JsonSetter(nulls = AS_EMPTY) List<HsCode> hs,
    @JsonSetter(nulls = AS_EMPTY) List<CrsCode> crs,
    NeedUrgency urgency,
    Optional<LocalDate> wantedBy,
    NeedSource source,
    @JsonSetter(nulls = AS_EMPTY) List<String> arisesFrom,
    Optional<Office> office,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {}
