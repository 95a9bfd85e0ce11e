package dev.kanmin.local;

import dev.kanmin.infrastructure.Ports;

/**
 * The ports of a run, all on 127.0.0.1: the usual ones, or any free one where a usual one is taken.
 */
record PortPlan(int gateway, int tradeMissions, int odaLinkage, int issuer, int kafka, int store) {

  static PortPlan choose() {
    return new PortPlan(
        port("gateway", 8080),
        port("trade-missions", 8081),
        port("oda-linkage", 8082),
        port("issuer", 9000),
        port("kafka", 9092),
        port("store", 27017));
  }

  private static int port(String name, int usual) {
    var port = Ports.preferring(usual);
    if (port != usual) {
      Console.say("kanmin: port %d is taken, %s gets %d".formatted(usual, name, port));
    }
    return port;
  }

  String gatewayUrl() {
    return url(gateway);
  }

  String issuerUrl() {
    return url(issuer);
  }

  String kafkaAddress() {
    return "127.0.0.1:" + kafka;
  }

  static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}
