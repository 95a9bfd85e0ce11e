package dev.kanmin.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The smallest service. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ThingsController.class, CodesController.class})
class TestApplication {}
