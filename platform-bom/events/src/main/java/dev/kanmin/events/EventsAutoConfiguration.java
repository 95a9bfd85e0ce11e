package dev.kanmin.events;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Relay;
import dev.kanmin.events.aggregates.RelaySweep;
import dev.kanmin.events.aggregates.Republishing;
import dev.kanmin.events.inbox.Inbox;
import dev.kanmin.events.inbox.ParkedSubjects;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Subscription;
import dev.kanmin.events.wire.KafkaClients;
import dev.kanmin.events.wire.TopicCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
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
  AggregateStore aggregateStore(EventsProperties properties, MongoDatabase database, Relay relay) {
    return new AggregateStore(properties.service(), database, relay);
  }

  @Bean
  RelaySweep relaySweep(
      AggregateStore store, Relay relay, EventsProperties properties, MeterRegistry meters) {
    return new RelaySweep(
        store,
        relay,
        properties.relay().sweepInterval(),
        properties.relay().sweepOlderThan(),
        meters);
  }

  @Bean
  TopicCheck topicCheck(EventsProperties properties) {
    TopicCheck topics = new TopicCheck(properties.kafka());
    topics.published(properties.topic());
    return topics;
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
      TopicCheck topics,
      MeterRegistry meters) {
    return new Inbox(
        parked,
        producer,
        () -> KafkaClients.reader(properties.kafka(), properties.service() + "-replay"),
        topics,
        meters);
  }

  /** Without a binder on the class path nothing would be read, and nobody would notice. */
  @Bean
  @ConditionalOnMissingClass("org.springframework.cloud.stream.binding.Bindable")
  InitializingBean nothingIsSubscribedToWithoutABinder(ObjectProvider<Subscription> subscriptions) {
    return () ->
        subscriptions.stream()
            .findFirst()
            .ifPresent(
                subscription -> {
                  throw new IllegalStateException(
                      "A subscription to "
                          + subscription.service()
                          + " needs the dependency spring-cloud-starter-stream-kafka in the pom.xml");
                });
  }

  @Bean
  Policies policies(
      AggregateStore store, EventsProperties properties, Clock clock, MeterRegistry meters) {
    return new Policies(store, properties.service(), clock, meters);
  }

  @Bean
  Republishing republishing(AggregateStore store, Clock clock, MeterRegistry meters) {
    return new Republishing(store, clock, meters);
  }

  /** Once all subscriptions are there. */
  @Bean
  SmartInitializingSingleton everyPolicyIsHeard(Policies policies) {
    return policies::requireHeard;
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
