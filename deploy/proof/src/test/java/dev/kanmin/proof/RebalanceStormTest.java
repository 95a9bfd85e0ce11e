package dev.kanmin.proof;

import dev.kanmin.infrastructure.faults.Campaign;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Members of the group in which missions follow the activities come, leave, and vanish without a
 * word, under load. They take partitions away and do nothing with them.
 */
@ExtendWith(SharedSystem.class)
@Tag(Campaign.TAG)
@Order(100)
final class RebalanceStormTest {
  private static final int JOINS = Campaign.size(8, 600);
  private static final int MOST_MEMBERS = 2;
  private static final int COMMANDS_PER_SECOND = 40;
  private static final int OFFICERS = 6;
  private static final int ANSWERS_BETWEEN = 60;
  private static final Duration LONGEST_JOIN = Duration.ofSeconds(10);

  @Test
  void members_that_come_and_go_cost_no_record(LocalSystem system) {
    try (var run = FaultRun.begin(system, "members joining, leaving and vanishing from a group")) {
      var traffic = run.load(COMMANDS_PER_SECOND, OFFICERS);
      var random = run.seed().random("storm");
      Deque<KafkaConsumer<byte[], byte[]>> members = new ArrayDeque<>();
      for (int join = 0; join < JOINS; join++) {
        members.addLast(join(system.broker()));
        traffic.awaitAnswers(ANSWERS_BETWEEN, "after join " + join);
        if (members.size() >= MOST_MEMBERS) {
          end(members.removeFirst(), random);
        }
        run.injected(0);
      }
      members.forEach(member -> end(member, random));
      run.settle(traffic.stop());
    }
  }

  /** Returns when it has been given partitions, or the storm leaves none for it. */
  private static KafkaConsumer<byte[], byte[]> join(Broker broker) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrap(),
            ConsumerConfig.GROUP_ID_CONFIG,
            Broker.GROUP,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            6_000,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            1_000,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    var member =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    member.subscribe(List.of(Broker.ACTIVITIES));
    var deadline = System.nanoTime() + LONGEST_JOIN.toNanos();
    while (member.assignment().isEmpty() && System.nanoTime() < deadline) {
      member.poll(Duration.ofMillis(100));
    }
    return member;
  }

  private static void end(KafkaConsumer<byte[], byte[]> member, Random random) {
    var how =
        random.nextBoolean()
            ? GroupMembershipOperation.LEAVE_GROUP
            : GroupMembershipOperation.REMAIN_IN_GROUP;
    member.close(CloseOptions.timeout(Duration.ofSeconds(2)).withGroupMembershipOperation(how));
  }
}
