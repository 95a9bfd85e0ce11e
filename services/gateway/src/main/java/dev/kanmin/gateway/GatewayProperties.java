package dev.kanmin.gateway;

import dev.kanmin.codes.services.ServiceList;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway must know of its surroundings, {@code kanmin.gateway.*}.
 *
 * @param kafka bootstrap servers, {@code host:port,…}; environment {@code KANMIN_KAFKA}
 * @param services where each listed service listens, by its name; environment {@code KANMIN_…_URL}
 *     with the name in upper case, {@code _} for {@code -}
 * @param waitForEvent how long a read with {@code Kanmin-After} waits for the picture
 * @param heartbeat how often an idle stream gets a comment, so that proxies keep it open
 * @param writesFeed whether this node may become the writer of the feed
 * @param warmsUp whether services are asked at the start to describe themselves, so that the first
 *     page need not wait for it
 */
@ConfigurationProperties("kanmin.gateway")
public record GatewayProperties(
    String kafka,
    Map<String, URI> services,
    @DefaultValue("2s") Duration waitForEvent,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("true") boolean writesFeed,
    @DefaultValue("true") boolean warmsUp) {

  /**
   * Takes the values if the services are those of the list.
   *
   * @throws IllegalArgumentException naming the one that is not
   */
  public GatewayProperties {
    services = Map.copyOf(services);
    services.keySet().forEach(ServiceList.kanmin()::require);
  }
}
