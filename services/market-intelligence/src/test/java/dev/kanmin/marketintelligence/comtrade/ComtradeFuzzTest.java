package dev.kanmin.marketintelligence.comtrade;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kanmin.marketintelligence.Fuzzed;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file of figures holds, it is read or refused in words. */
class ComtradeFuzzTest {
  static Stream<Arguments> seeds() {
    return Fuzzed.seeds("profiles/sample-comtrade-plus.csv");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void a_file_of_figures_is_read_or_refused(byte[] file) throws IOException {
    Fuzzed.inFile(
        file,
        path -> {
          try {
            ComtradeReader.read(path, code -> true, new Nobody());
          } catch (UnreadableTable refused) {
            // said in words
          }
        });
  }

  private static final class Nobody implements ComtradeReader.Sink {
    @Override
    public void row(TradeRow row) {}

    @Override
    public void passed(ComtradeReader.Passed why) {}

    @Override
    public void fault(long line, String code, String detail) {}
  }
}
