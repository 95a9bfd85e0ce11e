package dev.kanmin.marketintelligence.report;

import java.util.Optional;

/**
 * A report in one language.
 *
 * @param title 1 to 300 characters
 * @param summary 1 to 500 characters
 * @param body Markdown (CommonMark), up to 100,000 characters; HTML in it is shown as it is written
 * @param translatedFrom of a translation: the digest of the source text that it was made from, as
 *     the report's view tells it; left out, it is that of the source text in the same command
 */
public record ReportText(
    String title, String summary, String body, Optional<String> translatedFrom) {}
