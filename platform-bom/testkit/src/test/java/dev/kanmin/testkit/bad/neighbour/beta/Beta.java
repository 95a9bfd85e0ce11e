package dev.kanmin.testkit.bad.neighbour.beta;

public record Beta(String name) {}
