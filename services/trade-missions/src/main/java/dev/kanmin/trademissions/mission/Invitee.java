package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.LocalizedText;

/**
 * Who is invited, by role and organisation. Never a person: names of people live in the directory.
 *
 * @param role such as "Director of a department of medical equipment"
 * @param organisation such as a ministry or a hospital
 */
public record Invitee(LocalizedText role, LocalizedText organisation, CountryCode country) {}
