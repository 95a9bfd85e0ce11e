package dev.kanmin.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What this service's events look like, for everybody: the JSON Schemas that {@code ce_dataschema}
 * names, and the AsyncAPI document. Written from the event records by the contract test.
 */
@Hidden
@RestController
final class ContractController {
  private static final String SCHEMAS = "META-INF/kanmin/schemas/";
  private static final String OF_THE_SERVICE = "META-INF/kanmin/contract/";
  private static final Pattern FILE = Pattern.compile("[a-z0-9-]{1,80}\\.v[0-9]{1,3}\\.json");
  private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  /** Of what all services share, such as the card. */
  @GetMapping("/schemas/{file}")
  @PublicEndpoint
  ResponseEntity<Resource> readSharedSchema(@PathVariable String file) {
    return schema(SCHEMAS, file);
  }

  @GetMapping("/schemas/${kanmin.service:none}/{file}")
  @PublicEndpoint
  ResponseEntity<Resource> readSchema(@PathVariable String file) {
    return schema(OF_THE_SERVICE + "schemas/", file);
  }

  @GetMapping("/asyncapi.yaml")
  @PublicEndpoint
  ResponseEntity<Resource> readAsyncApi() {
    return found(new ClassPathResource(OF_THE_SERVICE + "asyncapi.yaml"), YAML);
  }

  private static ResponseEntity<Resource> schema(String folder, String file) {
    if (!FILE.matcher(file).matches()) {
      throw ProblemTypes.NOT_FOUND.with("A schema is called like mission-announced.v1.json.");
    }
    return found(new ClassPathResource(folder + file), SCHEMA);
  }

  private static ResponseEntity<Resource> found(Resource resource, MediaType type) {
    if (!resource.exists()) {
      throw ProblemTypes.NOT_FOUND.with("This service publishes no such description.");
    }
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noCache())
        .body(resource);
  }
}
