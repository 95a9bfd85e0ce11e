package dev.kanmin.events;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/**
 * Gives a service its store, its relay and its inbox. Off with {@code kanmin.events.enabled=false},
 * for a part that owns no data.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "kanmin.events.enabled", matchIfMissing = true)
@EnableConfigurationProperties(EventsProperties.class)
@PropertySource("classpath:dev/kanmin/events/events.properties")
public final class EventsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  MongoClient mongoClient(EventsProperties properties) {
    ConnectionString uri = new ConnectionString(properties.mongodb().uri());
    requireDurable(uri);
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(uri)
            .applicationName(properties.service())
            // a command that cannot reach the store fails while its caller still waits
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
            .applyToSocketSettings(
                socket ->
                    socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(30, TimeUnit.SECONDS))
            .build());
  }

  @Bean
  MongoDatabase mongoDatabase(MongoClient client, EventsProperties properties) {
    return client.getDatabase(properties.service());
  }

  @Bean
  Producer<byte[], byte[]> eventProducer(EventsProperties properties) {
    return KafkaClients.producer(properties.kafka(), properties.service());
  }

  @Bean
  Relay relay(Producer<byte[], byte[]> producer, EventsProperties properties) {
    return new Relay(producer, properties.topic());
  }

  @Bean
  AggregateStore aggregateStore(MongoDatabase database, Relay relay) {
    return new AggregateStore(database, relay);
  }

  @Bean
  RelaySweep relaySweep(
      AggregateStore store, Relay relay, EventsProperties properties, MeterRegistry meters) {
    return new RelaySweep(store, relay, properties, meters);
  }

  @Bean
  TopicCheck topicCheck(EventsProperties properties) {
    return new TopicCheck(properties);
  }

  @Bean
  ParkedSubjects parkedSubjects(AggregateStore store, Clock clock) {
    return new ParkedSubjects(store.collection("parked", List.of()), clock);
  }

  @Bean
  Inbox inbox(
      ParkedSubjects parked,
      Producer<byte[], byte[]> producer,
      EventsProperties properties,
      MeterRegistry meters) {
    var transport =
        new DeadLetters.Transport(
            producer,
            () -> KafkaClients.reader(properties.kafka(), properties.service() + "-replay"));
    return new Inbox(parked, transport, meters);
  }

  private static void requireDurable(ConnectionString uri) {
    WriteConcern concern = uri.getWriteConcern();
    if (concern == null
        || !"majority".equals(concern.getWObject())
        || !Boolean.TRUE.equals(concern.getJournal())) {
      throw new IllegalStateException(
          "kanmin.mongodb.uri must end with w=majority&journal=true: a command is acknowledged only when it is durable");
    }
  }
}
