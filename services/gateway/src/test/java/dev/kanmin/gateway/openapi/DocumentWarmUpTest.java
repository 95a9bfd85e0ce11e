package dev.kanmin.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DocumentWarmUpTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void it_is_asked_for_again_until_all_services_are_in_it_whatever_goes_wrong_meanwhile() {
    Mono<Void> asking =
        Mono.defer(
            () ->
                asked.incrementAndGet() == 1
                    ? Mono.error(new IllegalStateException("nobody listens yet"))
                    : Mono.empty());

    assertThat(DocumentWarmUp.untilComplete(asking, () -> asked.get() == 3, Duration.ZERO).block())
        .isTrue();
    assertThat(asked).hasValue(3);
  }

  @Test
  void it_gives_up_on_a_service_that_never_comes() {
    Mono<Void> asking = Mono.fromRunnable(asked::incrementAndGet);

    assertThat(DocumentWarmUp.untilComplete(asking, () -> false, Duration.ZERO).block()).isFalse();
    assertThat(asked).hasValueBetween(2, 100);
  }
}
