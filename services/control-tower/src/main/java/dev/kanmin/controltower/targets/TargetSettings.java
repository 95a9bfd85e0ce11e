package dev.kanmin.controltower.targets;

import dev.kanmin.codes.Decimal;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the colours of progress change, {@code targets.…}; shown with every colour.
 *
 * @param onTrack run rate from which a target is on track
 * @param atRisk run rate from which it is at risk
 * @param farExceeded achievement in per cent from which a cause is asked for
 */
@ConfigurationProperties("targets")
record TargetSettings(BigDecimal onTrack, BigDecimal atRisk, BigDecimal farExceeded) {
  Progress.Thresholds thresholds() {
    return new Progress.Thresholds(
        Decimal.of(onTrack), Decimal.of(atRisk), Decimal.of(farExceeded));
  }
}
