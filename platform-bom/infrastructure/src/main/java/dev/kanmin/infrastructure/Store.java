package dev.kanmin.infrastructure;

import java.util.Optional;

/** A running store of documents that speaks MongoDB's protocol. */
public sealed interface Store extends AutoCloseable {

  StoreKind kind();

  /** Its connection string without a database, with the write concern that its kind needs. */
  String uri();

  /** The process that runs it, absent when somebody else does. */
  Optional<ChildProcess> process();

  @Override
  void close();

  /** A store that runs in a process of ours and can be hurt by tests. */
  sealed interface Local extends Store permits MongodProcess, EmbeddedStoreProcess {
    /** Ends the store as {@code kill -9} does. */
    void killForcibly();

    /** Starts it again on its data and port, after a stop or a kill. */
    void restart();
  }

  /** A MongoDB that somebody else runs. */
  record External(String uri) implements Store {
    @Override
    public StoreKind kind() {
      return StoreKind.MONGODB;
    }

    @Override
    public Optional<ChildProcess> process() {
      return Optional.empty();
    }

    @Override
    public void close() {
      // not ours to stop
    }
  }
}
