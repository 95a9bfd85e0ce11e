package dev.kanmin.bench.relay;

import dev.kanmin.bench.contest.Settings;
import dev.kanmin.events.EventsAutoConfiguration;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.wire.EventType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.bson.Document;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The smallest service: one kind of aggregate and the platform's relay with its ordinary times. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(EventsAutoConfiguration.class)
class RelayService {
  static final String COLLECTION = "outboxes";

  static ConfigurableApplicationContext start(Settings settings) {
    var context =
        new SpringApplicationBuilder(RelayService.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.main.banner-mode=off",
                "--kanmin.service=" + settings.text("service"),
                "--kanmin.kafka=" + settings.text("kafka"),
                "--kanmin.mongodb.uri=" + settings.text("mongodb"));
    context
        .getBean(AggregateStore.class)
        .aggregates(
            AggregateType.of(
                    "thing",
                    "",
                    Rule.notFound("unknown-thing", "There is no such thing"),
                    Event.class,
                    State.class,
                    new Nothing())
                .storedAs(COLLECTION)
                .keys(state -> new Document("name", state.name()), List.of())
                .build());
    return context;
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  record State(String name, int count) {}

  sealed interface Event {
    @EventType("happened")
    record Happened(String text) implements Event {}
  }

  /** Its documents are stored by the bench; no command is ever given. */
  private static final class Nothing implements Decider<String, Event, State> {
    @Override
    public State initial() {
      return new State("", 0);
    }

    @Override
    public List<Event> decide(String command, State state, CommandContext context) {
      return List.of();
    }

    @Override
    public State evolve(State state, Event event) {
      return state;
    }
  }
}
