package dev.kanmin.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.bench.stage.Effort;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PictureTest {
  private static final Row ROW =
      Row.compare(
          "P1",
          "drain <of> events & more",
          "events/s",
          new Figures("ours", List.of(60.0, 50.0, 70.0), List.of()),
          new Figures("raw", List.of(100.0, 100.0, 100.0), List.of()),
          Goal.atLeast(0.5));

  @Test
  void a_better_ratio_stands_further_to_the_right_whichever_way_its_goal_points() {
    var floor = Goal.atLeast(0.5);
    var ceiling = Goal.atMost(1.5);

    assertThat(Picture.x(floor, 0.5)).isEqualTo(Picture.x(ceiling, 1.5));
    assertThat(Picture.x(floor, 1)).isGreaterThan(Picture.x(floor, 0.5));
    assertThat(Picture.x(ceiling, 3)).isLessThan(Picture.x(ceiling, 1.5));
  }

  @Test
  void the_picture_is_well_formed_and_names_every_row_with_a_goal() throws Exception {
    var machine = Machine.here(Path.of("").toAbsolutePath(), Effort.QUICK);
    var svg = Picture.svg(List.of(ROW, Row.notRun("P9", "pages", "no mongod")), machine);

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));

    assertThat(document.getDocumentElement().getTextContent())
        .contains("P1", "drain <of> events & more", "0.600", "met", "P9", "not run: no mongod");
  }

  @Test
  void the_report_holds_every_round() {
    var machine = Machine.here(Path.of("").toAbsolutePath(), Effort.QUICK);

    assertThat(Report.json(List.of(ROW), machine))
        .contains("\"ratio\" : 0.6", "\"outcome\" : \"met\"", "\"quick\" : true", "70.0");
  }
}
