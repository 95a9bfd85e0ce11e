package dev.kanmin.events.aggregates;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.KafkaClients;
import dev.kanmin.infrastructure.EmbeddedStoreProcess;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.MongodLocator;
import dev.kanmin.infrastructure.MongodProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.RunFolder;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.infrastructure.TopicSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/** The real broker and the real stores of this test run, started once and shared. */
public final class Parts {
  private static final Path FOLDER = temporaryFolder();
  private static final KafkaProcess KAFKA =
      KafkaProcess.start(FOLDER.resolve("kafka"), Ports.free());
  private static final Map<StoreKind, MongoClient> STORES = new EnumMap<>(StoreKind.class);
  private static final Map<StoreKind, String> URIS = new EnumMap<>(StoreKind.class);

  static {
    connect(EmbeddedStoreProcess.start(FOLDER.resolve("embedded"), Ports.free()));
    new MongodLocator(System.getenv())
        .find()
        .ifPresent(
            mongod -> connect(MongodProcess.start(mongod, FOLDER.resolve("mongod"), Ports.free())));
    say("stores really used: " + STORES.keySet());
  }

  private Parts() {}

  /** Every store at hand: the embedded one always, a real MongoDB where one is found. */
  public static Stream<StoreKind> stores() {
    return STORES.keySet().stream();
  }

  public static MongoDatabase database(StoreKind store) {
    return STORES
        .get(store)
        .getDatabase("t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
  }

  /** Where to connect to a store of this run. */
  public static String uri(StoreKind store) {
    return URIS.get(store);
  }

  public static String bootstrap() {
    return KAFKA.bootstrap();
  }

  public static String topic(int partitions) {
    String name = "t-" + UUID.randomUUID();
    KAFKA.createTopics(List.of(new TopicSpec(name, partitions)));
    return name;
  }

  public static void topic(String name, int partitions) {
    KAFKA.createTopics(List.of(new TopicSpec(name, partitions)));
  }

  public static void removeTopic(String name) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      admin.deleteTopics(List.of(name)).all().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failure) {
      throw new IllegalStateException(name + " cannot be removed", failure);
    }
  }

  public static Producer<byte[], byte[]> producer() {
    return KafkaClients.producer(bootstrap(), "test");
  }

  /** Everything on a topic now, partition by partition. */
  public static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (Consumer<byte[], byte[]> reader = KafkaClients.reader(bootstrap(), "test-reader")) {
      List<TopicPartition> partitions =
          reader.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
        reader.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /** The sequences of each subject on a topic, in the order of the topic. */
  public static Map<String, List<Long>> sequences(String topic) {
    return read(topic).stream()
        .collect(
            Collectors.groupingBy(
                record -> new String(record.key(), StandardCharsets.UTF_8),
                Collectors.mapping(
                    record -> EventHeaders.read(record.headers()).sequence(),
                    Collectors.toList())));
  }

  public static List<Long> sequences(String topic, String subject) {
    return sequences(topic).getOrDefault(subject, List.of());
  }

  private static void connect(Store store) {
    Runtime.getRuntime().addShutdownHook(new Thread(store::close));
    STORES.put(store.kind(), MongoClients.create(store.uri()));
    URIS.put(store.kind(), store.uri());
    used(store.kind());
  }

  /** For the closing table of {@code make test}. */
  private static void used(StoreKind kind) {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      Files.writeString(
          target.resolve("kanmin-test-stores.txt"),
          kind + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void say(String line) {
    org.slf4j.LoggerFactory.getLogger(Parts.class).info(line);
  }

  private static Path temporaryFolder() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> KAFKA.close()));
    return RunFolder.make(Path.of("target", "test-processes").toAbsolutePath(), "parts");
  }
}
