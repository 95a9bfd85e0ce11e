package dev.kanmin.marketintelligence.tender;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import java.util.List;
import java.util.Optional;

/**
 * A tender as an officer enters it, where no feed has it.
 *
 * @param buyer who buys
 * @param country of the buyer
 * @param fields what it is about; left out, they are found by its words and items
 * @param reference the buyer's own number
 * @param closes until when an offer can be made: a moment and its zone, or a day
 * @param value of the whole procedure, as published
 * @param url where more is to be read, https or http
 * @param planned whether offers cannot be made yet
 */
public record EnteredTender(
    LocalizedText title,
    Optional<LocalizedText> summary,
    String buyer,
    CountryCode country,
    @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
    Optional<String> reference,
    Optional<Closes> closes,
    Optional<Money> value,
    Optional<String> method,
    @JsonSetter(nulls = AS_EMPTY) List<TenderItem> items,
    Optional<String> url,
    @JsonSetter(nulls = AS_EMPTY) boolean planned,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {}
