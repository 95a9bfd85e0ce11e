package dev.kanmin.events.aggregates;

import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Mono;

/**
 * One life of a process. What the process says to broker and store, and what it hears from them,
 * passes through here; once the life is {@linkplain #end over}, nothing does. What it had said
 * before may still take effect, as with a process that was killed.
 */
public final class Life {
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final AtomicInteger beforeTheStore = new AtomicInteger();

  public void end() {
    end.complete(null);
  }

  public boolean isOver() {
    return end.isDone();
  }

  /** Whether nothing it asked of the store can still take effect. */
  public boolean isSettled() {
    return beforeTheStore.get() == 0;
  }

  public Mono<Void> ended() {
    return Mono.fromFuture(end, true);
  }

  public MongoCollection<Document> store(MongoCollection<Document> real) {
    return collection(guarded(MongoCollection.class, real));
  }

  /** Its buffer dies with the process: closing it after the end sends nothing more. */
  public Producer<byte[], byte[]> broker(Producer<byte[], byte[]> real) {
    return producer(
        Proxies.of(
            Producer.class,
            (method, arguments) ->
                switch (method.getName()) {
                  case "send" -> send(real, arguments);
                  case "close" -> {
                    real.close(isOver() ? Duration.ZERO : Duration.ofSeconds(5));
                    yield null;
                  }
                  default -> Proxies.invoke(method, real, arguments);
                }));
  }

  private Object send(Producer<byte[], byte[]> real, Object[] arguments) {
    if (isOver()) {
      return new CompletableFuture<>();
    }
    ProducerRecord<byte[], byte[]> record = Proxies.record(arguments);
    Callback callback = arguments.length > 1 ? (Callback) arguments[1] : (metadata, failure) -> {};
    var answer = new CompletableFuture<RecordMetadata>();
    var unused =
        real.send(
            record,
            (metadata, failure) -> {
              if (isOver()) {
                return;
              }
              callback.onCompletion(metadata, failure);
              if (!isOver() && failure == null) {
                answer.complete(metadata);
              } else if (!isOver()) {
                answer.completeExceptionally(failure);
              }
            });
    return answer;
  }

  /** Publishers of the driver do nothing until they are subscribed to: there stands the guard. */
  private Object guarded(Class<?> type, Object real) {
    return Proxies.of(
        type,
        (method, arguments) -> {
          if (method.getName().equals("subscribe")) {
            subscribe((Publisher<?>) real, (Subscriber<?>) arguments[0]);
            return null;
          }
          Object result = Proxies.invoke(method, real, arguments);
          Class<?> promised = method.getReturnType();
          boolean speaks =
              Publisher.class.isAssignableFrom(promised) || promised == MongoCollection.class;
          return speaks ? guarded(promised, result) : result;
        });
  }

  @SuppressWarnings("unchecked")
  private <T> void subscribe(Publisher<?> real, Subscriber<T> subscriber) {
    if (isOver()) {
      Mono.<T>never().subscribe(subscriber);
    } else {
      beforeTheStore.incrementAndGet();
      ((Publisher<T>) real).subscribe(new Hearing<>(subscriber));
    }
  }

  public static Publisher<?> publisher(Method method, Object real, Object[] arguments) {
    try {
      return (Publisher<?>) Proxies.invoke(method, real, arguments);
    } catch (Throwable failure) {
      return Mono.error(failure);
    }
  }

  @SuppressWarnings("unchecked")
  public static MongoCollection<Document> collection(Object proxy) {
    return (MongoCollection<Document>) proxy;
  }

  @SuppressWarnings("unchecked")
  public static Producer<byte[], byte[]> producer(Object proxy) {
    return (Producer<byte[], byte[]>) proxy;
  }

  /** Passes on what comes while the process lives. */
  private final class Hearing<T> implements Subscriber<T> {
    private final Subscriber<T> subscriber;
    private final AtomicBoolean settled = new AtomicBoolean();

    Hearing(Subscriber<T> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      subscriber.onSubscribe(
          new Subscription() {
            @Override
            public void request(long count) {
              subscription.request(count);
            }

            @Override
            public void cancel() {
              subscription.cancel();
              settle();
            }
          });
    }

    private void settle() {
      if (settled.compareAndSet(false, true)) {
        beforeTheStore.decrementAndGet();
      }
    }

    @Override
    public void onNext(T item) {
      if (!isOver()) {
        subscriber.onNext(item);
      }
    }

    @Override
    public void onError(Throwable failure) {
      settle();
      if (!isOver()) {
        subscriber.onError(failure);
      }
    }

    @Override
    public void onComplete() {
      settle();
      if (!isOver()) {
        subscriber.onComplete();
      }
    }
  }

  /** Stand-ins for the interfaces of store and broker which change a few of their methods. */
  public static final class Proxies {
    private Proxies() {}

    /** What a stand-in does when one of its methods is called. */
    public interface Answer {
      Object to(Method method, Object[] arguments) throws Throwable;
    }

    public static <T> T of(Class<T> type, Answer answer) {
      return type.cast(
          Proxy.newProxyInstance(
              Life.class.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) ->
                  answer.to(method, arguments == null ? new Object[0] : arguments)));
    }

    public static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException failure) {
        throw failure.getCause();
      }
    }

    @SuppressWarnings("unchecked")
    public static List<WriteModel<Document>> models(Object[] arguments) {
      return (List<WriteModel<Document>>) arguments[0];
    }

    @SuppressWarnings("unchecked")
    public static ProducerRecord<byte[], byte[]> record(Object[] arguments) {
      return (ProducerRecord<byte[], byte[]>) arguments[0];
    }
  }
}
