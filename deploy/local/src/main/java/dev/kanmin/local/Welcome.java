package dev.kanmin.local;

/** What a person needs to know when everything is ready. */
final class Welcome {
  private Welcome() {}

  static String text(RunState state) {
    return """

        Kanmin is ready after %.1f s.
          page and API   %2$s
          status         %2$s/status
          mails          %4$s
          store          %3$s
          signing in     officer-jica (any agency: officer-<agency>, or controltower), password kanmin-local
          sample data    make demo-data
          a token        make -s token AGENCY=jica
          processes      make status
          stopping       Ctrl-C here, or make stop in another terminal; the data stay
        """
        .formatted(
            state.readyAfterMillis() / 1000.0,
            state.gateway(),
            state.store().reason(),
            mailbox(state));
  }

  private static String mailbox(RunState state) {
    return state.processes().stream()
        .filter(process -> process.name().equals("mailbox"))
        .map(RunState.ProcessState::address)
        .findFirst()
        .orElse("");
  }
}
