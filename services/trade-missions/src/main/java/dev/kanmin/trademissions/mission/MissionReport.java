package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.LocalizedText;
import java.util.List;

/**
 * What is told of a mission after it took place. What came of it is no part: an outcome is one
 * record of the control tower.
 *
 * @param summary how it went, in a few sentences
 * @param agreedActions of a policy dialogue; empty otherwise
 */
public record MissionReport(
    LocalizedText summary, @JsonSetter(nulls = AS_EMPTY) List<AgreedAction> agreedActions) {}
