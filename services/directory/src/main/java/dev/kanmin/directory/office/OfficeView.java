package dev.kanmin.directory.office;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * An office as it is shown.
 *
 * @param version for If-Match; the ETag
 * @param code that its agency gives it
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
@Schema(name = "AgencyOffice")
public record OfficeView(
    String id,
    long version,
    AgencyCode agency,
    String code,
    LocalizedText name,
    OfficeState state,
    List<ActionView> actions) {

  static OfficeView of(Stored<Office> stored, Reader reader) {
    Office office = stored.state();
    return new OfficeView(
        stored.id(),
        stored.version(),
        office.agency(),
        office.code(),
        office.name(),
        office.state(),
        ActionView.of(OfficeLifeCycle.TABLE, office, reader));
  }
}
