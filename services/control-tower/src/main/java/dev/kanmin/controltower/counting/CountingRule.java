package dev.kanmin.controltower.counting;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a figure is counted from cards.
 *
 * @param kind of the cards, of the code list of kinds
 * @param states codes of {@code <kind>-states}; none for any
 * @param facets name of a code list to codes of it, of which a card has one; all lists must match
 * @param date a code of {@code date-kinds} that says in which fiscal year a card counts; absent:
 *     all cards count in every year
 * @param figure a code of {@code figure-kinds} to be added up; absent: cards are counted
 * @param unit of that figure, ISO 4217 for money; absent for a plain count
 */
public record CountingRule(
    String kind,
    @JsonSetter(nulls = AS_EMPTY) List<String> states,
    @JsonSetter(nulls = AS_EMPTY) Map<String, List<String>> facets,
    Optional<String> date,
    Optional<String> figure,
    Optional<String> unit) {}
