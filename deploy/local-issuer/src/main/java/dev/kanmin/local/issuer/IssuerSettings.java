package dev.kanmin.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings, documented in {@code application.yaml}.
 *
 * @param address the issuer's own address; empty to use the one it is asked at
 * @param data the data folder of the local run
 * @param gateway address of the gateway, without a slash at the end
 */
@ConfigurationProperties("kanmin.issuer")
record IssuerSettings(String address, Path data, URI gateway) {}
