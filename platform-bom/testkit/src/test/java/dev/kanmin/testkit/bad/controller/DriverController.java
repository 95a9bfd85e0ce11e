package dev.kanmin.testkit.bad.controller;

import com.mongodb.client.MongoClient;

public record DriverController(MongoClient client) {}
