/** Questionnaires of readiness as versioned data, and how answers are scored. */
@NullMarked
package dev.kanmin.smeadvice.questionnaire;

import org.jspecify.annotations.NullMarked;
