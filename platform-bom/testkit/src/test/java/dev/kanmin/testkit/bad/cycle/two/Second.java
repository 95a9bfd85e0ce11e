package dev.kanmin.testkit.bad.cycle.two;

import dev.kanmin.testkit.bad.cycle.one.First;

public record Second(First first) {}
