package dev.kanmin.gateway;

import dev.kanmin.web.CodesController;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/**
 * The gateway: one door, one picture.
 *
 * <ul>
 *   <li><b>writes</b> {@code kanmin.feed} from the topics of all services: package {@code feed}
 *   <li><b>folds</b> the feed into the picture in memory: package {@code picture}
 *   <li><b>answers</b> {@code GET /v1/cells}, {@code GET /v1/cells/{country}/{field}}: package
 *       {@code view}; {@code GET /v1/feed}, {@code GET /v1/feed/stream}: package {@code stream};
 *       {@code GET /v1/codes/**}; {@code GET /status}: package {@code status}; pages: package
 *       {@code page}; the merged OpenAPI document: package {@code openapi}
 *   <li><b>routes</b> the paths of each service and {@code
 *       /v1/services/{service}/parked-subjects/**} and {@code operations/**} to it: package {@code
 *       route}
 * </ul>
 *
 * <p>Which services there are says {@code services.yaml}. It has no commands, no store and no
 * events of its own.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(CodesController.class)
public class Gateway {
  public static void main(String[] arguments) {
    SpringApplication.run(Gateway.class, arguments);
  }
}
