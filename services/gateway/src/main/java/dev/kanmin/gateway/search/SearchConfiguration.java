package dev.kanmin.gateway.search;

import dev.kanmin.gateway.picture.Picture;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** The index and those who use it, from start to end of the process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchProperties.class)
class SearchConfiguration {
  private static final String PREFIX = "kanmin-search-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,10})-[0-9]+");

  @Bean(destroyMethod = "close")
  Indexer indexer(Picture picture, SearchProperties properties, MeterRegistry meters) {
    Indexer indexer =
        new Indexer(
            picture,
            properties.folder().map(Path::of).orElseGet(SearchConfiguration::temporary),
            new Analyzers(properties.dictionaries()));
    Gauge.builder("kanmin.search.position", indexer, Indexer::position)
        .description("position of the feed up to which everything can be found; -1 for nothing")
        .register(meters);
    Gauge.builder("kanmin.search.backlog", indexer, Indexer::backlog)
        .description("subjects that moved and are to be indexed")
        .register(meters);
    indexer.start();
    return indexer;
  }

  @Bean
  Search search(Picture picture, Indexer indexer) {
    return new Search(picture, indexer);
  }

  /** Named after this process; those of processes that ended without removing theirs go. */
  private static Path temporary() {
    Path all = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      try (DirectoryStream<Path> others = Files.newDirectoryStream(all, PREFIX + "*")) {
        for (Path other : others) {
          if (isLeftBehind(other)) {
            FileSystemUtils.deleteRecursively(other);
          }
        }
      }
      return Files.createTempDirectory(all, PREFIX + ProcessHandle.current().pid() + "-");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static boolean isLeftBehind(Path folder) {
    Matcher named = NAME.matcher(folder.getFileName().toString());
    return named.matches() && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty();
  }
}
