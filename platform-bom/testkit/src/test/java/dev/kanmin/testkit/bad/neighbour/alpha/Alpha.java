package dev.kanmin.testkit.bad.neighbour.alpha;

import dev.kanmin.testkit.bad.neighbour.beta.Beta;

public record Alpha(Beta other) {}
