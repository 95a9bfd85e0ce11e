package dev.kanmin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import org.junit.jupiter.api.Test;

class ServiceTopicsTest {
  private static final ServiceList LIST = ServiceList.kanmin();

  @Test
  void every_service_publishes_on_a_topic_of_its_own() {
    assertThat(ServiceTopics.all(LIST))
        .contains(new TopicSpec("kanmin.feed", 1))
        .containsAll(
            LIST.services().stream().map(service -> new TopicSpec(service.topic(), 3)).toList());
  }

  @Test
  void dead_letters_have_as_many_partitions_as_what_they_were_put_aside_from() {
    var follower =
        LIST.services().stream()
            .filter(service -> !service.follows().isEmpty())
            .findFirst()
            .orElseThrow();
    var followed = "kanmin." + follower.follows().getFirst();

    assertThat(ServiceTopics.all(LIST))
        .contains(new TopicSpec(followed + "." + follower.name() + ".dlt", 3));
  }

  @Test
  void what_a_service_finds_at_its_start_is_among_all_topics() {
    for (Service service : LIST.services()) {
      // whoever follows itself has its own topic once
      int own = service.follows().contains(service.name()) ? 0 : 1;
      assertThat(ServiceTopics.of(service))
          .hasSize(own + 2 * service.follows().size())
          .isSubsetOf(ServiceTopics.all(LIST));
    }
  }

  @Test
  void no_topic_is_listed_twice() {
    assertThat(ServiceTopics.all(LIST)).doesNotHaveDuplicates();
  }
}
