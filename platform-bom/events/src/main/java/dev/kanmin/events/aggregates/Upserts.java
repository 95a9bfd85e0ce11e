package dev.kanmin.events.aggregates;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Writes of the kind "insert, or change if a condition holds". Where the document is there and the
 * condition does not hold, the store tries to insert it and finds the key taken: that is an answer,
 * not a fault.
 */
public final class Upserts {
  private Upserts() {}

  /**
   * Writes, or does nothing where the condition keeps it from that. The key is found taken too when
   * somebody else inserts the document at the same moment, and then the condition was never looked
   * at: so it is tried a second time.
   *
   * @param write an upsert by key and condition; asked for once or twice
   */
  public static Mono<Void> unlessHeldBack(Supplier<? extends Publisher<?>> write) {
    return once(write)
        .onErrorResume(Upserts::isKeyTaken, first -> once(write))
        .onErrorResume(Upserts::isKeyTaken, heldBack -> Mono.empty());
  }

  /** Whether a write failed because the key is taken, and in no other way. */
  public static boolean isKeyTaken(Throwable failure) {
    int code =
        switch (failure) {
          case MongoWriteException write -> write.getError().getCode();
          case MongoCommandException command -> command.getErrorCode();
          default -> 0;
        };
    return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
  }

  private static Mono<Void> once(Supplier<? extends Publisher<?>> write) {
    return Mono.defer(() -> Mono.from(write.get())).then();
  }
}
