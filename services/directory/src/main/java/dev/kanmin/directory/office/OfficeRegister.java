package dev.kanmin.directory.office;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The offices that are open, for those who name one by its code alone. */
@Component
public class OfficeRegister {
  private final Aggregates<OfficeCommand, OfficeEvent, Office> offices;

  OfficeRegister(Aggregates<OfficeCommand, OfficeEvent, Office> offices) {
    this.offices = offices;
  }

  /**
   * The office that a code means.
   *
   * @param code none: no office
   * @param now the one that looks after the record; that code needs no register
   * @return refused as unknown if the agency has no such open office
   */
  public Mono<Optional<ResponsibleOffice>> named(
      Optional<String> code, Optional<ResponsibleOffice> now, AgencyCode agency) {
    Optional<ResponsibleOffice> same = now.filter(it -> code.equals(Optional.of(it.code())));
    if (code.isEmpty() || same.isPresent()) {
      return Mono.just(same);
    }
    return offices
        .find(OfficeWork.id(agency, code.get()))
        .map(it -> it.state())
        .filter(it -> it.state() == OfficeState.OPEN)
        .map(it -> Optional.of(it.asResponsible()))
        .switchIfEmpty(
            Mono.error(
                () ->
                    OfficeRules.UNKNOWN_OFFICE.refuse(
                        "Register it first, or leave it out.", "/office")));
  }
}
