package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** What linkages are found by. */
public final class LinkageKeys {
  public static final String STATE = "keys.state";
  public static final String COMPANY = "keys.company";
  public static final String TARGETS = "keys.targets";
  static final String COUNTRY = "keys.country";
  static final String FIELD = "keys.field";
  static final String AGENCIES = "keys.agencies";

  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-company", COMPANY, "_id"),
          StoreIndex.ascending("by-target", TARGETS, "_id"),
          StoreIndex.ascending("by-state", STATE, "_id"),
          StoreIndex.ascending("by-cell", COUNTRY, FIELD, "_id"),
          StoreIndex.ascending("by-agency", AGENCIES, "_id"));

  private LinkageKeys() {}

  static Document of(Linkage linkage) {
    Proposal proposal = linkage.known();
    return new Document("state", linkage.state().code())
        .append("company", proposal.company())
        .append("targets", proposal.offersTo().ids())
        .append("country", proposal.country().code())
        .append("field", proposal.field().code())
        .append(
            "agencies",
            Stream.concat(Stream.of(proposal.owner()), linkage.submitter().stream())
                .map(AgencyCode::code)
                .distinct()
                .toList());
  }
}
