package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.marketintelligence.ocds.PackageReader;
import dev.kanmin.marketintelligence.ocds.PackageReader.Outline;
import dev.kanmin.marketintelligence.ocds.Release;
import dev.kanmin.marketintelligence.ocds.UnmergeableReleases;
import dev.kanmin.marketintelligence.tender.TenderCommand.TakeNotice;
import dev.kanmin.marketintelligence.tender.TenderCommand.TakeReleases;
import dev.kanmin.marketintelligence.tender.TenderImportOutcome.Format;
import dev.kanmin.marketintelligence.tender.TenderImportOutcome.ImportError;
import dev.kanmin.marketintelligence.tender.TenderImportOutcome.ImportedTender;
import dev.kanmin.marketintelligence.tender.TenderImportOutcome.Result;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The import of one file, on the calling thread: one entry after the other, so that what stands in
 * it in order is told in order, and memory does not grow with it.
 */
final class TenderImport {
  private static final ProblemType UNREADABLE_FILE =
      new ProblemType(
          "unreadable-file", HttpStatus.UNPROCESSABLE_CONTENT, "The file could not be read");
  private static final ProblemType UNSUPPORTED_VERSION =
      new ProblemType(
          "unsupported-version",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The file is of a version of OCDS that is not read here");
  private static final int TENDERS = 1_000;
  private static final int ERRORS = 500;
  private static final String NOTICES = "procnotices";

  private final Aggregates<TenderCommand, TenderEvent, Tender> tenders;
  private final CommandContext context;
  private final Optional<CountryCode> country;
  private final Map<String, ImportedTender> imported = new LinkedHashMap<>();
  private final List<ImportError> errors = new ArrayList<>();
  private int taken;
  private int unchanged;
  private int rejected;
  private int notTenders;
  private int tendersLeftOut;

  TenderImport(
      Aggregates<TenderCommand, TenderEvent, Tender> tenders,
      CommandContext context,
      Optional<CountryCode> country) {
    this.tenders = tenders;
    this.context = context;
    this.country = country;
  }

  /**
   * Reads the file to its end; blocks.
   *
   * @throws ProblemException if nothing of it can be taken: it is no JSON, no such file, or of
   *     another version
   */
  TenderImportOutcome run(Path file) throws IOException {
    Outline outline;
    try (InputStream input = open(file)) {
      outline = PackageReader.outline(input);
    } catch (JacksonException broken) {
      throw unreadable(broken);
    }
    if (outline.isOcds()) {
      outline
          .refusal()
          .ifPresent(
              why -> {
                throw UNSUPPORTED_VERSION.with(why);
              });
      try (InputStream input = open(file)) {
        PackageReader.read(input, new OcdsHandler());
      }
      return outcome(Format.OCDS);
    }
    if (outline.properties().contains(NOTICES)) {
      try (InputStream input = open(file)) {
        NoticeReader.read(input, this::take, this::reject);
      }
      return outcome(Format.WORLD_BANK);
    }
    throw UNREADABLE_FILE.with(
        "It is neither an OCDS package (with releases or records) nor a list of World Bank notices"
            + " (with procnotices).");
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file));
  }

  private static ProblemException unreadable(JacksonException broken) {
    var location = broken.getLocation();
    int line = location == null ? 1 : Math.max(1, location.getLineNr());
    int column = location == null ? 1 : Math.max(1, location.getColumnNr());
    String detail =
        "It is no JSON from line %d, column %d on, and nothing of it was taken."
            .formatted(line, column);
    return new ProblemException(
        UNREADABLE_FILE,
        detail,
        List.of(InputFault.line(line, "malformed", detail).on(line, column)),
        HttpHeaders.EMPTY);
  }

  /** What comes from OCDS. */
  private final class OcdsHandler implements PackageReader.Handler {
    @Override
    public void releases(List<ObjectNode> contents, String pointer) {
      List<Release> releases = new ArrayList<>();
      for (int i = 0; i < contents.size(); i++) {
        String place = contents.size() == 1 ? pointer : pointer + "/releases/" + i;
        try {
          releases.add(Release.of(contents.get(i)));
        } catch (UnmergeableReleases bad) {
          reject(
              place + bad.pointer(),
              TenderRules.UNMERGEABLE.code(),
              String.valueOf(bad.getMessage()),
              Optional.of(contents.get(i).path("ocid").asString("")).filter(it -> !it.isEmpty()));
        }
      }
      releases.stream()
          .map(Release::ocid)
          .distinct()
          .forEach(
              ocid ->
                  handle(
                      Tenders.idOfOcid(ocid),
                      ocid,
                      new TakeReleases(
                          releases.stream().filter(it -> it.ocid().equals(ocid)).toList(), country),
                      pointer));
    }

    @Override
    public void unusable(String pointer, String what) {
      reject(pointer, "unusable-entry", what, Optional.empty());
    }
  }

  private void take(WorldBankNotice notice, String pointer) {
    if (notice.isAward()) {
      notTenders++;
    } else {
      handle(Tenders.idOfNotice(notice.id()), notice.id(), new TakeNotice(notice), pointer);
    }
  }

  private void reject(String pointer, String what) {
    reject(pointer, "unusable-entry", what, Optional.empty());
  }

  private void handle(String id, String name, TenderCommand command, String pointer) {
    try {
      Receipt receipt = tenders.handle(id, command, context).block();
      if (receipt != null) {
        count(receipt, name);
      }
    } catch (Refusal refusal) {
      if (refusal.rule().kind() == Rule.Kind.OVERLOADED) {
        throw refusal;
      }
      reject(
          pointer + refusal.pointer().orElse(""),
          refusal.rule().code(),
          refusal.detail(),
          Optional.of(name));
    }
  }

  private void count(Receipt receipt, String name) {
    Result result =
        receipt.unchanged()
            ? Result.UNCHANGED
            : receipt.version() == 1 ? Result.NEW : Result.CHANGED;
    if (result == Result.UNCHANGED) {
      unchanged++;
    } else {
      taken++;
    }
    ImportedTender before = imported.get(receipt.id());
    if (before == null && imported.size() >= TENDERS) {
      tendersLeftOut++;
    } else if (before == null || before.result() == Result.UNCHANGED) {
      imported.put(receipt.id(), new ImportedTender(receipt.id(), name, result));
    }
  }

  private void reject(String pointer, String code, String detail, Optional<String> ocid) {
    rejected++;
    if (errors.size() < ERRORS) {
      errors.add(new ImportError(pointer, code, detail, ocid));
    }
  }

  private TenderImportOutcome outcome(Format format) {
    return new TenderImportOutcome(
        format,
        taken,
        unchanged,
        rejected,
        notTenders,
        List.copyOf(imported.values()),
        tendersLeftOut,
        List.copyOf(errors),
        rejected - errors.size());
  }
}
