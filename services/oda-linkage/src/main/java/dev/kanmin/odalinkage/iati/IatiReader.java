package dev.kanmin.odalinkage.iati;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/**
 * Reads IATI activity files of versions 2.01, 2.02 and 2.03, each by the rules of its own version.
 * A file is streamed: the memory needed depends on the {@link ReadLimits}, not on the size of the
 * file. Document types, entities and anything outside of the file are never looked at.
 *
 * <p>Instances are immutable and may be used by many threads.
 */
public final class IatiReader {

  private final ReadLimits limits;
  private final IatiCodeLists codeLists;
  private final Clock clock;

  /**
   * A reader with its bounds and sources.
   *
   * @param limits how much of anything is accepted
   * @param codeLists where codes are looked up; an unknown one is a warning
   * @param clock by which dates are in the future or not
   */
  public IatiReader(ReadLimits limits, IatiCodeLists codeLists, Clock clock) {
    this.limits = limits;
    this.codeLists = codeLists;
    this.clock = clock;
  }

  /**
   * Reads a file and hands over its activities one by one.
   *
   * @param input the bytes of the file; not closed
   * @param handler told of each activity as soon as it is read
   * @return what is to be said of the file as a whole; whatever is in the file, it is said there
   *     and not thrown
   * @throws IOException when the input itself fails, such as a connection that breaks; activities
   *     handed over before stand
   */
  public FileOutcome read(InputStream input, ActivityHandler handler) throws IOException {
    return new FileReading(input, handler, limits, codeLists, clock).read();
  }
}
