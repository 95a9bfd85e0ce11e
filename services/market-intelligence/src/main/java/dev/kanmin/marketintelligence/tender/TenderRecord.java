package dev.kanmin.marketintelligence.tender;

import dev.kanmin.marketintelligence.ocds.OcdsMerge;
import dev.kanmin.marketintelligence.ocds.Release;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OCDS record: a contracting process with its releases, what they amount to, and how each value
 * came about. Contact points, which name persons, are left out.
 *
 * @param releases in the order of their dates
 * @param compiledRelease merged by the rules of the standard
 * @param versionedRelease each value with the releases that set it
 * @param mergeWarnings what could not be merged as its publisher may have meant it
 */
public record TenderRecord(
    String ocid,
    @Schema(type = "array", implementation = Object.class) List<ObjectNode> releases,
    @Schema(type = "object", implementation = Object.class) ObjectNode compiledRelease,
    @Schema(type = "object", implementation = Object.class) ObjectNode versionedRelease,
    List<String> mergeWarnings) {

  static TenderRecord of(Tender tender) {
    List<Release> merged = Release.merged(tender.releases());
    OcdsMerge merge = OcdsMerge.of(merged);
    return new TenderRecord(
        merged.getFirst().ocid(),
        merged.stream().map(Release::content).toList(),
        merge.compiled(),
        merge.versioned(),
        merge.warnings());
  }
}
