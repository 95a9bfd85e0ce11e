package dev.kanmin.infrastructure;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program of the embedded store: a MongoDB-compatible server over one file, which keeps every
 * write that it has acknowledged although it may be killed at any moment.
 */
final class EmbeddedStore {
  /**
   * A writer waits on its connection's thread for its commit; with many threads, many writers share
   * one commit.
   */
  private static final int WORKERS = 64;

  private EmbeddedStore() {}

  /** Arguments: the data folder, and the port on 127.0.0.1. */
  public static void main(String[] arguments) throws IOException {
    ParentWatch.follow();
    var folder = Path.of(arguments[0]);
    var port = Integer.parseInt(arguments[1]);
    Files.createDirectories(folder);
    var file = StoreFile.open(folder.resolve("documents.mv"));
    var server = new MongoServer(new DurableBackend(file));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
  }
}
