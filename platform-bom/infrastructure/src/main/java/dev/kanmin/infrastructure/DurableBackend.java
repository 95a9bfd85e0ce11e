package dev.kanmin.infrastructure;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Answers a command that may have written something only when what it wrote is on the disk. */
final class DurableBackend extends H2Backend {
  /**
   * Commands that never write; whatever is not listed is taken for a write, which is slower but
   * never wrong.
   */
  private static final Set<String> READS =
      Set.of(
          "find",
          "getmore",
          "killcursors",
          "count",
          "distinct",
          "hello",
          "ismaster",
          "ping",
          "buildinfo",
          "whatsmyuri",
          "serverstatus",
          "listdatabases",
          "listcollections",
          "listindexes",
          "dbstats",
          "collstats",
          "connectionstatus",
          "endsessions",
          "getlog",
          "hostinfo",
          "getcmdlineopts",
          "replsetgetstatus");

  private final StoreFile file;
  private final Set<String> openDatabases = ConcurrentHashMap.newKeySet();

  DurableBackend(StoreFile file) {
    super(file.maps());
    this.file = file;
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    // an answer may hold stored documents themselves, which the next write changes in place while
    // this one is still on its way out: copied while the lock keeps writers away
    Supplier<Document> answer =
        () -> super.handleCommand(channel, database, command, query).cloneDeeply();
    return isRead(command, query) && !opens(database) ? file.read(answer) : file.write(answer);
  }

  /** The first command of a database, even a read, makes the maps that describe it. */
  private boolean opens(String database) {
    return openDatabases.add(database);
  }

  private static boolean isRead(String command, Document query) {
    var name = command.toLowerCase(Locale.ROOT);
    return READS.contains(name) || (name.equals("aggregate") && !writesItsResult(query));
  }

  private static boolean writesItsResult(Document aggregate) {
    return !(aggregate.get("pipeline") instanceof List<?> stages)
        || stages.stream()
            .anyMatch(
                stage ->
                    stage instanceof Document document
                        && (document.containsKey("$out") || document.containsKey("$merge")));
  }

  @Override
  public void close() {
    // the parent's close ends with closing the maps; doing it first makes that a step without
    // effect
    file.close();
    super.close();
  }
}
