package dev.kanmin.bench.peers.bare;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.bench.peers.Alone;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A plain WebFlux application on the same server and driver: the store's address, the database and
 * the names of two collections come in {@code BENCH_…}, the port in {@code KANMIN_PORT}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BareController.class)
public class BareCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public static void main(String[] arguments) {
    Alone.run(BareCommands.class, Alone.NO_ROUTES);
  }

  @Bean
  MongoClient mongoClient() {
    return MongoClients.create(System.getenv("BENCH_MONGODB_URI"));
  }

  @Bean
  BareMissions missions(MongoClient client) {
    var database = client.getDatabase(System.getenv("BENCH_DATABASE"));
    var pattern = database.getCollection(System.getenv("BENCH_PATTERN"));
    var stored = database.getCollection(System.getenv("BENCH_STORED"));
    takeIndexesOver(database);
    return new BareMissions(
        stored, Mono.from(pattern.find().first()).blockOptional(PATIENCE).orElseThrow());
  }

  private static void takeIndexesOver(MongoDatabase database) {
    var pattern = database.getCollection(System.getenv("BENCH_PATTERN"));
    var stored = database.getCollection(System.getenv("BENCH_STORED"));
    Flux.from(pattern.listIndexes())
        .filter(index -> !"_id_".equals(index.getString("name")))
        .concatMap(
            index ->
                stored.createIndex(
                    index.get("key", Document.class),
                    new IndexOptions()
                        .name(index.getString("name"))
                        .sparse(index.getBoolean("sparse", false))))
        .blockLast(PATIENCE);
  }
}
