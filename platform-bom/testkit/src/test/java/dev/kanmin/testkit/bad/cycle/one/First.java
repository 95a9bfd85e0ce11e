package dev.kanmin.testkit.bad.cycle.one;

import dev.kanmin.testkit.bad.cycle.two.Second;

public record First(Second second) {}
