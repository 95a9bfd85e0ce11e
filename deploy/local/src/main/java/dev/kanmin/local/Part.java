package dev.kanmin.local;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.local.RunState.ProcessState;
import java.util.function.Supplier;

/**
 * One running part of the system that the launcher looks after.
 *
 * @param address where it listens
 * @param process its present process: another one after each restart
 * @param restart starts it again after its end and returns when it is ready
 */
record Part(String name, String address, Supplier<ChildProcess> process, Runnable restart) {

  static Part of(KafkaProcess kafka) {
    return new Part("kafka", kafka.bootstrap(), kafka::process, kafka::restart);
  }

  static Part of(Store.Local store) {
    return new Part("store", store.uri(), () -> store.process().orElseThrow(), store::restart);
  }

  static Part of(BootService service) {
    return new Part(service.name(), service.url(), service::process, service::restart);
  }

  ProcessState state() {
    var child = process.get();
    var started = ProcessHandle.of(child.pid()).map(ProcessState::startOf).orElse(0L);
    return new ProcessState(name, child.pid(), started, address, child.log().toString());
  }
}
