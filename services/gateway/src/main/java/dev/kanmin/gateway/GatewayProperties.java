package dev.kanmin.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway must know of its surroundings, {@code kanmin.gateway.*}.
 *
 * @param kafka bootstrap servers, {@code host:port,…}; environment {@code KANMIN_KAFKA}
 * @param services where each service listens, by its name; environment {@code
 *     KANMIN_TRADE_MISSIONS_URL}, {@code KANMIN_ODA_LINKAGE_URL}
 * @param waitForEvent how long a read with {@code Kanmin-After} waits for the picture
 * @param heartbeat how often an idle stream gets a comment, so that proxies keep it open
 * @param writesFeed whether this node may become the writer of the feed
 */
@ConfigurationProperties("kanmin.gateway")
public record GatewayProperties(
    String kafka,
    Map<String, URI> services,
    @DefaultValue("2s") Duration waitForEvent,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("true") boolean writesFeed) {

  public GatewayProperties {
    services = Map.copyOf(services);
  }
}
