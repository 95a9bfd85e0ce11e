package dev.kanmin.marketintelligence.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings of imports.
 *
 * @param atOnce files that are read at the same time, 1 or more; others are told to come back
 * @param largest bytes that one file may have
 */
@ConfigurationProperties("files")
record FileProperties(int atOnce, DataSize largest) {
  FileProperties {
    if (atOnce < 1 || largest.toBytes() < 1) {
      throw new IllegalArgumentException("files.at-once and files.largest must be 1 or more");
    }
  }
}
