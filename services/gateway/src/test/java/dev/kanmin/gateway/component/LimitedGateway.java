package dev.kanmin.gateway.component;

import dev.kanmin.gateway.Gateway;
import dev.kanmin.testkit.KafkaFixture;
import dev.kanmin.testkit.SpringService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A gateway with narrow limits, and clients of it that have addresses of their own. */
final class LimitedGateway {
  /** Units of an address; an agency has five times as many. */
  static final int BURST = 40;

  static final int CONNECTIONS = 12;
  static final int PIPELINED = 3;
  static final FakeService MISSIONS = new FakeService();
  static final FakeService ACTIVITIES = new FakeService();
  static final SpringService GATEWAY = start();

  private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();

  private LimitedGateway() {}

  private static SpringService start() {
    // its topics are there, and it is the one that writes the feed
    RunningGateway.GATEWAY.url();
    return SpringService.of(Gateway.class)
        .kafka(KafkaFixture.shared())
        .issuer(RunningGateway.TOKENS)
        .with("KANMIN_TRADE_MISSIONS_URL", MISSIONS.url())
        .with("KANMIN_ODA_LINKAGE_URL", ACTIVITIES.url())
        .with("kanmin.gateway.writes-feed", "false")
        .with("kanmin.gateway.warms-up", "false")
        .with("kanmin.gateway.wait-for-event", "300ms")
        .with("kanmin.gateway.limits.agency-per-second", "10")
        .with("kanmin.gateway.limits.agency-burst", "200")
        .with("kanmin.gateway.limits.address-per-second", "5")
        .with("kanmin.gateway.limits.address-burst", Integer.toString(BURST))
        .with("kanmin.gateway.limits.at-once.service", "2")
        .with("kanmin.gateway.limits.at-once.stream", "2")
        .with("kanmin.gateway.limits.connections-per-address", Integer.toString(CONNECTIONS))
        .with("kanmin.gateway.limits.pipelined", Integer.toString(PIPELINED))
        .with("kanmin.gateway.limits.unread", "900ms")
        .with("kanmin.gateway.limits.upload-per-second", "1KB")
        .with("kanmin.gateway.limits.upload-patience", "4s")
        .start();
  }

  /** Sends a request of an agency's program from one of the addresses 127.0.0.0/8. */
  static HttpResponse<String> get(String address, String agency, String path) {
    return send(address, request(agency, path));
  }

  /** The same of nobody in particular. */
  static HttpResponse<String> get(String address, String path) {
    return send(address, HttpRequest.newBuilder(URI.create(GATEWAY.url() + path)));
  }

  static HttpRequest.Builder request(String agency, String path) {
    return HttpRequest.newBuilder(URI.create(GATEWAY.url() + path))
        .timeout(RunningGateway.PATIENCE)
        .header("Authorization", authorization(agency).substring("Authorization: ".length()));
  }

  /** A header line with a token that may read everything and import. */
  static String authorization(String agency) {
    return "Authorization: Bearer "
        + RunningGateway.TOKENS.token(
            agency, "cells:read", "feed:read", "codes:read", "activities:write");
  }

  static HttpResponse<String> send(String address, HttpRequest.Builder request) {
    try {
      return CLIENTS
          .computeIfAbsent(address, LimitedGateway::client)
          .send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** A metric without labels, or with exactly those. */
  static double metric(String name) {
    return send(
            "127.0.0.1",
            HttpRequest.newBuilder(URI.create(GATEWAY.managementUrl() + "/actuator/prometheus")))
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  static RawClient connect(String address) throws IOException {
    return new RawClient(GATEWAY.url(), address);
  }

  private static HttpClient client(String address) {
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .localAddress(InetAddress.getByName(address))
          .build();
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
