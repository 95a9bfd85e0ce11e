package dev.kanmin.local;

import dev.kanmin.codes.services.Program;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.infrastructure.Ports;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The ports of a run, all on 127.0.0.1: the usual ones, or any free one where a usual one is taken.
 *
 * @param programs by name
 */
record PortPlan(
    Map<String, Integer> programs,
    int gatewayManagement,
    int issuer,
    int kafka,
    int store,
    int smtp,
    int mailbox) {

  static PortPlan choose(ServiceList list) {
    var choice = new Choice(new HashSet<>());
    var programs = new LinkedHashMap<String, Integer>();
    for (var program : list.programs()) {
      programs.put(program.name(), choice.port(program.name(), list.usualPort(program)));
    }
    return new PortPlan(
        programs,
        choice.port("the gateway's health and metrics", 8070),
        choice.port("issuer", 9000),
        choice.port("kafka", 9092),
        choice.port("store", 27017),
        choice.port("mail", 8025),
        choice.port("the mailbox's page", 8026));
  }

  /** Nothing listens yet: a free port could be found twice. */
  private record Choice(Set<Integer> chosen) {
    int port(String name, int usual) {
      var port = Ports.preferring(usual);
      while (!chosen.add(port)) {
        port = Ports.free();
      }
      if (port != usual) {
        Console.say("kanmin: port %d is taken, %s gets %d".formatted(usual, name, port));
      }
      return port;
    }
  }

  int of(Program program) {
    return Objects.requireNonNull(programs.get(program.name()));
  }

  String url(Program program) {
    return url(of(program));
  }

  String issuerUrl() {
    return url(issuer);
  }

  String kafkaAddress() {
    return "127.0.0.1:" + kafka;
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}
