package dev.onboarding.allinone.bench;

import java.util.List;

/// One thing that is measured on a running system.
interface Measurement {

  /// By which it is asked for alone.
  String name();

  /// How the system it measures is set up.
  Setup setup();

  /// @throws Exception when the system could not be measured
  List<Figure> figures(Stage stage) throws Exception;
}
