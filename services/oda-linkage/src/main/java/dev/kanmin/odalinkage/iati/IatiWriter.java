package dev.kanmin.odalinkage.iati;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes activities one after the other as one file of version 2.03 in UTF-8. {@link IatiReader}
 * reads it back to trees with the same {@link ContentHash}es. Memory does not grow with the number
 * of activities.
 *
 * <p>The standard asks for at least one activity: a file to which none was written is not a valid
 * one, which only the caller can know beforehand.
 */
public final class IatiWriter implements AutoCloseable {

  private final Writer out;
  private final ElementWriter elements;

  /**
   * Begins the file.
   *
   * @param output where it goes; {@link #close} closes it
   * @param generated when the file is made, told in the file to the second
   * @throws IOException when the output refuses
   */
  public IatiWriter(OutputStream output, Instant generated) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15);
    this.elements = new ElementWriter(out);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"")
        .append(IatiVersion.V2_03.number())
        .append("\" generated-datetime=\"")
        .append(generated.truncatedTo(ChronoUnit.SECONDS).toString())
        .append("\">");
  }

  /**
   * Writes one activity.
   *
   * @param activity a tree that {@link IatiReader} or {@link IatiValidator} accepted
   * @throws IOException when the output refuses
   */
  public void write(IatiElement activity) throws IOException {
    elements.newLine(1);
    elements.write(activity, 1);
  }

  /** Hands on what was written so far. */
  public void flush() throws IOException {
    out.flush();
  }

  /** Ends the file and closes the output. */
  @Override
  public void close() throws IOException {
    out.append("\n</iati-activities>\n");
    out.close();
  }
}
