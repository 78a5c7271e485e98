package dev.onboarding.allinone.bench;

import java.util.List;

/// One thing that is measured in this process, without a running system.
interface BareMeasurement {

  /// By which it is asked for alone.
  String name();

  /// @param rounds counted repetitions
  List<Figure> figures(int rounds);
}
