package dev.kanmin.local;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.local.RunState.ProcessState;
import dev.kanmin.local.mailbox.Mailbox;
import java.util.function.Supplier;

/**
 * One running part of the system that the launcher looks after.
 *
 * @param layer what it stands on has started before it and is stopped after it
 * @param address where it listens
 * @param management where its health and metrics are; empty for what has none
 * @param process its present process: another one after each restart
 * @param restart starts it again after its end and returns when it is ready
 */
record Part(
    Layer layer,
    String name,
    String address,
    String management,
    Supplier<ChildProcess> process,
    Runnable restart) {

  /** From the ground up. */
  enum Layer {
    INFRASTRUCTURE,
    SERVICES
  }

  static Part infrastructure(KafkaProcess kafka) {
    return new Part(
        Layer.INFRASTRUCTURE, "kafka", kafka.bootstrap(), "", kafka::process, kafka::restart);
  }

  static Part infrastructure(Store.Local store) {
    return new Part(
        Layer.INFRASTRUCTURE,
        "store",
        store.uri(),
        "",
        () -> store.process().orElseThrow(),
        store::restart);
  }

  static Part infrastructure(Mailbox mailbox) {
    return new Part(
        Layer.INFRASTRUCTURE, "mailbox", mailbox.url(), "", mailbox::process, mailbox::restart);
  }

  static Part infrastructure(BootService program) {
    return of(Layer.INFRASTRUCTURE, program);
  }

  static Part service(BootService program) {
    return of(Layer.SERVICES, program);
  }

  private static Part of(Layer layer, BootService program) {
    return new Part(
        layer,
        program.name(),
        program.url(),
        program.managementUrl(),
        program::process,
        program::restart);
  }

  ProcessState state() {
    var child = process.get();
    var started = ProcessHandle.of(child.pid()).map(ProcessState::startOf).orElse(0L);
    return new ProcessState(
        name, child.pid(), started, address, management, child.log().toString());
  }
}
