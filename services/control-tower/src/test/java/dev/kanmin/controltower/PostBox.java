package dev.kanmin.controltower;

import dev.kanmin.controltower.outcome.Letters;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Keeps the letters, where a company would get them. */
final class PostBox implements Letters {
  private final List<Letter> letters = new CopyOnWriteArrayList<>();

  @Override
  public Mono<Void> send(Letter letter) {
    return Mono.fromRunnable(() -> letters.add(letter));
  }

  List<Letter> about(String outcome) {
    return letters.stream().filter(it -> it.outcomeId().equals(outcome)).toList();
  }
}
