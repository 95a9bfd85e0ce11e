package dev.kanmin.sheets;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** A handler to which a table is sent, as a CSV or Excel file; it answers with JSON. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
    method = RequestMethod.POST,
    consumes = {SheetFormat.CSV_TYPE, SheetFormat.XLSX_TYPE},
    produces = MediaType.APPLICATION_JSON_VALUE)
@RequestBody(
    required = true,
    content = {
      @Content(
          mediaType = SheetFormat.CSV_TYPE,
          schema = @Schema(type = "string", format = "binary")),
      @Content(
          mediaType = SheetFormat.XLSX_TYPE,
          schema = @Schema(type = "string", format = "binary"))
    })
public @interface TakesTable {
  /** Its path below the controller's. */
  @AliasFor(annotation = RequestMapping.class, attribute = "path")
  String[] value();
}
