package dev.kanmin.gateway.limit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one client may take of this node, {@code kanmin.gateway.limits.*}; the defaults are for a
 * small one, see decision 0055. A unit is about a millisecond of one processor; what each kind of
 * request costs says {@link Toll}.
 *
 * @param perClient whether clients are told apart at all; without it only what protects this node's
 *     memory from all of them together remains: {@code connections}, {@code pipelined}, {@code
 *     untaken}, {@code unread}
 * @param agencyPerSecond units that an agency gets each second; whatever its programs are
 * @param agencyBurst units that it may use at once when it has used none for a while
 * @param personPerSecond the same for one person who is signed in to the pages
 * @param personBurst the same
 * @param addressPerSecond the same for one address (IPv4) or network of a subscriber (IPv6, /64):
 *     one for each request whoever sends it, and all that requests of nobody in particular cost
 * @param addressBurst the same
 * @param atOnce how many requests of a kind one client may have under way, where not as {@link
 *     Toll} says: {@code at-once.stream=200}
 * @param connections open at a time in all; 0: one for each 64 KiB of the largest heap
 * @param connectionsPerAddress of these, for one address
 * @param pipelined requests that may wait on one connection for the answer to the one before; the
 *     connection ends after so many
 * @param untaken bytes of answers that may wait for slow clients, of all connections together; 0: a
 *     quarter of the largest heap. One address may hold half of it
 * @param unread how long an answer may wait for a client to take any of it
 * @param uploadPerSecond how fast a body must arrive while this node waits for it
 * @param uploadPatience over how long that is averaged
 * @param sessionsPerPerson after so many, the oldest ends when the same person signs in again
 * @param trustedProxies networks ({@code 10.0.0.0/8}) of the proxies before this node, which say in
 *     {@code X-Forwarded-For} who asks; nobody else is believed
 */
@ConfigurationProperties("kanmin.gateway.limits")
public record LimitProperties(
    @DefaultValue("true") boolean perClient,
    @DefaultValue("400") int agencyPerSecond,
    @DefaultValue("1000") int agencyBurst,
    @DefaultValue("40") int personPerSecond,
    @DefaultValue("400") int personBurst,
    @DefaultValue("400") int addressPerSecond,
    @DefaultValue("1000") int addressBurst,
    @DefaultValue Map<Toll, Integer> atOnce,
    @DefaultValue("0") int connections,
    @DefaultValue("500") int connectionsPerAddress,
    @DefaultValue("8") int pipelined,
    @DefaultValue("0") DataSize untaken,
    @DefaultValue("30s") Duration unread,
    @DefaultValue("8KB") DataSize uploadPerSecond,
    @DefaultValue("20s") Duration uploadPatience,
    @DefaultValue("10") int sessionsPerPerson,
    @DefaultValue List<String> trustedProxies) {
  private static final long HEAP_PER_CONNECTION = 64 * 1024;
  private static final int SHARE_OF_HEAP = 4;

  public LimitProperties {
    atOnce = Map.copyOf(atOnce);
    trustedProxies = List.copyOf(trustedProxies);
    long heap = Runtime.getRuntime().maxMemory();
    if (connections == 0) {
      connections = (int) Math.min(Integer.MAX_VALUE, heap / HEAP_PER_CONNECTION);
    }
    if (untaken.toBytes() == 0) {
      untaken = DataSize.ofBytes(heap / SHARE_OF_HEAP);
    }
  }

  int atOnce(Toll toll) {
    return atOnce.getOrDefault(toll, toll.atOnce());
  }
}
