package dev.kanmin.bench.peers.namastack;

import dev.kanmin.bench.contest.Settings;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * A Boot application with the library on JDBC, with the settings of the library's own performance
 * test (batches of 1,000, virtual threads, 30 connections, completed records kept), but polling ten
 * times a second instead of every other second, so that it need not wait either.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class NamastackService {
  static ConfigurableApplicationContext start(Settings settings) {
    return new SpringApplicationBuilder(NamastackService.class)
        .web(WebApplicationType.NONE)
        .run(
            "--spring.main.banner-mode=off",
            "--spring.application.name=namastack",
            "--spring.datasource.url=" + settings.text("jdbc"),
            "--spring.datasource.hikari.maximum-pool-size=30",
            "--spring.threads.virtual.enabled=true",
            "--spring.cloud.gateway.server.webflux.enabled=false",
            "--namastack.outbox.jdbc.schema-initialization.enabled=true",
            "--namastack.outbox.polling.batch-size=1000",
            "--namastack.outbox.polling.trigger=fixed",
            "--namastack.outbox.polling.fixed.interval=100ms",
            "--namastack.outbox.processing.stop-on-first-failure=false",
            "--namastack.outbox.processing.delete-completed-records=false",
            "--namastack.outbox.processing.publish-after-save=false",
            "--namastack.outbox.multicaster.enabled=false",
            "--bench.kafka=" + settings.text("kafka"),
            "--bench.topic=" + settings.text("topic"));
  }

  @Bean
  Producer<byte[], byte[]> producer(@Value("${bench.kafka}") String bootstrap) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", bootstrap,
            "acks", "all",
            "enable.idempotence", "true",
            "linger.ms", "0",
            "batch.size", "131072"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Bean
  KafkaHandler handler(Producer<byte[], byte[]> producer, @Value("${bench.topic}") String topic) {
    return new KafkaHandler(producer, topic);
  }
}
