package dev.kanmin.odalinkage.iati;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * An IATI file of any size, made while it is read, the same for the same seed: for tests and
 * benchmarks of big files without keeping any. The activities are about 5 KB each, valid, and
 * clearly made up.
 *
 * <p>{@code java … dev.kanmin.odalinkage.iati.GeneratedFile <file> <megabytes>} writes one to disk.
 */
public final class GeneratedFile extends InputStream {

  private static final String[] COUNTRIES = {
    "VN", "ID", "PH", "TH", "KH", "LA", "MM", "IN", "BD", "MN"
  };
  private static final String[] SECTORS = {"12110", "12191", "12220", "12230", "12281", "12350"};
  private static final String HEADER =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<iati-activities version=\"2.03\" generated-datetime=\"2026-04-01T00:00:00Z\">";
  private static final String FOOTER = "\n</iati-activities>\n";

  private final Random random;
  private final long size;
  private byte[] chunk = HEADER.getBytes(StandardCharsets.UTF_8);
  private int offset;
  private long made = chunk.length;
  private int activities;
  private boolean finished;

  /**
   * @param size about how many bytes the file shall have
   */
  public GeneratedFile(long size, long seed) {
    this.size = size;
    this.random = new Random(seed);
  }

  /** How many activities were made so far. */
  public int activities() {
    return activities;
  }

  /** Writes a file: its path and its size in MB. */
  public static void main(String[] arguments) throws IOException {
    long megabytes = Long.parseLong(arguments[1]);
    try (InputStream file = new GeneratedFile(megabytes << 20, 1);
        OutputStream output = Files.newOutputStream(Path.of(arguments[0]))) {
      file.transferTo(output);
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int start, int length) {
    if (offset == chunk.length && !next()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - offset);
    System.arraycopy(chunk, offset, target, start, count);
    offset += count;
    return count;
  }

  private boolean next() {
    if (finished) {
      return false;
    }
    finished = made >= size;
    chunk = (finished ? FOOTER : activity()).getBytes(StandardCharsets.UTF_8);
    made += chunk.length;
    offset = 0;
    return true;
  }

  private String activity() {
    int number = ++activities;
    String country = COUNTRIES[random.nextInt(COUNTRIES.length)];
    int share = 1 + random.nextInt(99);
    StringBuilder xml = new StringBuilder(6_000);
    xml.append(
        """

          <iati-activity xml:lang="en" default-currency="JPY" hierarchy="1" last-updated-datetime="2026-03-01T09:00:00+09:00">
            <iati-identifier>XM-SAMPLE-1-%d</iati-identifier>
            <reporting-org ref="XM-SAMPLE-1" type="10"><narrative>Sample agency</narrative><narrative xml:lang="ja">【サンプル】機関</narrative></reporting-org>
            <title><narrative>Sample hospital equipment %d</narrative><narrative xml:lang="ja">医療機材整備計画 %d</narrative></title>
            <description type="1"><narrative>%s</narrative></description>
            <participating-org ref="XM-SAMPLE-1" role="1" type="10"><narrative>Sample agency</narrative></participating-org>
            <activity-status code="2"/>
            <activity-date type="1" iso-date="2024-04-01"/>
            <activity-date type="3" iso-date="2028-03-31"/>
            <recipient-country code="%s" percentage="100"/>
            <location><name><narrative>Sample province</narrative></name><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>%d.5 10%d.25</pos></point></location>
            <sector vocabulary="1" code="%s" percentage="%d"/>
            <sector vocabulary="1" code="99810" percentage="%d"/>
        """
            .formatted(
                number,
                number,
                number,
                "Equipment, training of staff and maintenance. ".repeat(1 + random.nextInt(8)),
                country,
                random.nextInt(20),
                random.nextInt(9),
                SECTORS[random.nextInt(SECTORS.length)],
                share,
                100 - share));
    for (int year = 2024; year < 2028; year++) {
      xml.append(
          """
              <budget type="1" status="2"><period-start iso-date="%d-04-01"/><period-end iso-date="%d-03-31"/><value value-date="%d-04-01">%d</value></budget>
          """
              .formatted(year, year + 1, year, 1_000_000L * random.nextInt(1, 900)));
    }
    for (int i = 0; i < 6; i++) {
      xml.append(
          """
              <transaction ref="T-%d-%d"><transaction-type code="%d"/><transaction-date iso-date="2025-0%d-15"/><value currency="JPY" value-date="2025-0%d-15">%d</value><description><narrative>Payment &amp; delivery</narrative></description><provider-org ref="XM-SAMPLE-1" type="10"><narrative>Sample agency</narrative></provider-org></transaction>
          """
              .formatted(number, i, 2 + i % 3, 1 + i, 1 + i, 10_000L * random.nextInt(1, 90_000)));
    }
    return xml.append("  </iati-activity>").toString();
  }
}
