package dev.kanmin.events.inbox;

import dev.kanmin.codes.services.ServiceList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.messaging.Message;

/**
 * Binds every {@link Subscription} to its topic. Spring Cloud Stream binds functions by properties,
 * each name in three places; here it is told by its own {@code Bindable}s, and starts and stops
 * them as it does its functions.
 */
public final class Subscriptions implements Bindable {
  /** By the name of the binding: the service that is followed. */
  private final Map<String, Bound> bound = new LinkedHashMap<>();

  private final String group;

  private record Bound(String topic, DirectChannel channel) {}

  /**
   * Nothing is read yet.
   *
   * @param service whose subscriptions these are
   * @throws IllegalStateException naming the subscription that is there twice or is not listed
   */
  public Subscriptions(String service, List<Subscription> subscriptions, Inbox inbox) {
    this.group = service;
    for (var subscription : subscriptions) {
      requireListed(service, subscription.service());
      var channel =
          channel(
              subscription.service(),
              inbox.consumer(group, subscription.topic(), subscription.handlers()));
      if (bound.put(subscription.service(), new Bound(subscription.topic(), channel)) != null) {
        throw new IllegalStateException(
            "%s has two subscriptions to %s: one must hold all handlers"
                .formatted(service, subscription.service()));
      }
    }
  }

  /** Its dead-letter topic is made for those that are listed; services of tests are not listed. */
  private static void requireListed(String service, String followed) {
    ServiceList.kanmin()
        .find(service)
        .filter(listed -> !listed.follows().contains(followed))
        .ifPresent(
            listed -> {
              throw new IllegalStateException(
                  "%s subscribes to %s: say so in services.yaml under follows"
                      .formatted(service, followed));
            });
  }

  /** Records come as they are, with all their headers; what the inbox throws goes back. */
  private static DirectChannel channel(String name, Consumer<Message<byte[]>> inbox) {
    var channel = new DirectChannel();
    channel.setBeanName(name);
    channel.subscribe(message -> inbox.accept(bytes(message)));
    return channel;
  }

  @SuppressWarnings("unchecked") // native decoding with the deserializer of events.properties
  private static Message<byte[]> bytes(Message<?> message) {
    return (Message<byte[]>) message;
  }

  @Override
  public Set<String> getInputs() {
    return bound.keySet();
  }

  @Override
  public Collection<Binding<Object>> createAndBindInputs(BindingService binder) {
    var bindings = new ArrayList<Binding<Object>>();
    bound.forEach(
        (name, subscription) -> {
          var properties = binder.getBindingServiceProperties().getBindingProperties(name);
          properties.setDestination(subscription.topic());
          properties.setGroup(group);
          bindings.addAll(binder.<Object>bindConsumer(subscription.channel(), name));
        });
    return bindings;
  }

  @Override
  public void unbindInputs(BindingService binder) {
    bound.keySet().forEach(binder::unbindConsumers);
  }
}
