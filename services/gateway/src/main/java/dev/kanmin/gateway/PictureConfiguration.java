package dev.kanmin.gateway;

import dev.kanmin.gateway.feed.FeedClients;
import dev.kanmin.gateway.feed.FeedHistory;
import dev.kanmin.gateway.feed.FeedTopics;
import dev.kanmin.gateway.feed.FeedWriter;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureListener;
import dev.kanmin.gateway.picture.PictureTail;
import dev.kanmin.gateway.rule.RuleBook;
import dev.kanmin.gateway.rule.ToDos;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed and the picture, from start to end of the process. */
@Configuration(proxyBeanMethods = false)
class PictureConfiguration {

  @Bean
  FeedTopics feedTopics() {
    return FeedTopics.STANDARD;
  }

  @Bean
  FeedClients feedClients(GatewayProperties properties) {
    return new FeedClients(
        properties.kafka(), "gateway-" + UUID.randomUUID().toString().substring(0, 8));
  }

  @Bean(destroyMethod = "close")
  FeedWriter feedWriter(
      FeedClients clients, FeedTopics topics, MeterRegistry meters, GatewayProperties properties) {
    FeedWriter writer = new FeedWriter(clients, topics, meters);
    if (properties.writesFeed()) {
      writer.start();
    }
    return writer;
  }

  @Bean(destroyMethod = "close")
  FeedHistory feedHistory(FeedClients clients, FeedTopics topics) {
    return new FeedHistory(clients, topics);
  }

  @Bean
  Picture picture() {
    return new Picture();
  }

  @Bean
  ToDos toDos(Picture picture) {
    return new ToDos(RuleBook.standard(), picture);
  }

  @Bean(destroyMethod = "close")
  PictureTail pictureTail(
      FeedClients clients,
      FeedTopics topics,
      Picture picture,
      List<PictureListener> listeners,
      MeterRegistry meters) {
    PictureTail tail = new PictureTail(clients, topics, picture, listeners);
    Gauge.builder("kanmin.picture.position", picture, it -> it.snapshot().position())
        .description("position of the feed that the picture has reached")
        .register(meters);
    Gauge.builder("kanmin.picture.lag", tail, PictureTail::lag)
        .description("records of the feed that are not in the picture yet; -1 when not known")
        .register(meters);
    Gauge.builder("kanmin.picture.subjects", picture, Picture::subjectCount).register(meters);
    Gauge.builder("kanmin.picture.unreadable", picture, it -> it.snapshot().leftOut().unreadable())
        .description("subjects that are left out because an event could not be read")
        .register(meters);
    tail.start();
    return tail;
  }

  /** Not ready before the picture has reached what was the end of the feed at the start. */
  @Bean
  HealthIndicator pictureHealthIndicator(PictureTail tail, Picture picture) {
    return () ->
        (tail.isReady() ? Health.up() : Health.outOfService())
            .withDetail("position", picture.snapshot().position())
            .withDetail("lag", tail.lag())
            .build();
  }
}
